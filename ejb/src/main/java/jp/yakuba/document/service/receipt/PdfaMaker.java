package jp.yakuba.document.service.receipt;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.xml.transform.TransformerException;
import jp.yakuba.document.service.PdfPages;
import jp.yakuba.document.service.PdfPages.NotPossible;
import jp.yakuba.document.service.PdfPages.Obstacle;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/**
 * Makes the PDF/A that stands beside an original (PDF/A-2b): a picture of every page in one known colour space, so that the
 * look of what arrived can be seen whatever programs and fonts there will be. Text is not carried over; the original keeps it.
 */
final class PdfaMaker {
    private static final String PDF = "application/pdf";
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif", "image/bmp", "image/tiff");
    private static final int DPI = 200;
    private static final int POINTS_PER_INCH = 72;
    private static final float QUALITY = 0.85f;
    private static final String SRGB = "sRGB IEC61966-2.1";

    private final PDDocument out;

    private PdfaMaker(PDDocument out) {
        this.out = out;
    }

    /** True if one can be made of files of this type at all. */
    static boolean takes(String mediaType) {
        return PDF.equals(mediaType) || PICTURES.contains(mediaType);
    }

    /** Makes the PDF/A of the source; pages go through memory one at a time. */
    static void make(Path source, String mediaType, Path target) throws NotPossible {
        try (var out = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            var maker = new PdfaMaker(out);
            if (PDF.equals(mediaType)) {
                maker.drawPdf(source);
            } else {
                maker.drawPicture(source);
            }
            maker.declare();
            out.save(target.toFile());
        } catch (IOException | RuntimeException broken) {
            throw PdfPages.notPossible(broken);
        }
    }

    private void drawPdf(Path source) throws IOException {
        try (var pages = PdfPages.open(source)) {
            for (int page = 0; page < pages.count(); page++) {
                add(pages.picture(page, DPI, PdfPages.FINEST).image(), pages.size(page));
            }
        }
    }

    private void drawPicture(Path source) throws IOException {
        try (var in = ImageIO.createImageInputStream(source.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new NotPossible(Obstacle.BROKEN, null);
            }
            var reader = readers.next();
            try {
                reader.setInput(in, false, true);
                int pictures = reader.getNumImages(true);
                if (pictures > PdfPages.MOST) {
                    throw new NotPossible(Obstacle.TOO_LONG, null);
                }
                for (int one = 0; one < pictures; one++) {
                    addPicture(reader, one);
                }
            } finally {
                reader.dispose();
            }
        }
    }

    private void addPicture(ImageReader reader, int number) throws IOException {
        if ((long) reader.getWidth(number) * reader.getHeight(number) > PdfPages.FINEST) {
            throw new NotPossible(Obstacle.TOO_LARGE, null);
        }
        var picture = onWhite(reader.read(number));
        var box = new PDRectangle(
                (float) picture.getWidth() * POINTS_PER_INCH / DPI, (float) picture.getHeight() * POINTS_PER_INCH / DPI);
        add(picture, box);
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        var flat = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = flat.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        return flat;
    }

    private void add(BufferedImage picture, PDRectangle box) throws IOException {
        var page = new PDPage(box);
        out.addPage(page);
        var drawn = JPEGFactory.createFromImage(out, picture, QUALITY);
        try (var content = new PDPageContentStream(out, page)) {
            content.drawImage(drawn, 0, 0, box.getWidth(), box.getHeight());
        }
    }

    /** Says what it is: PDF/A-2b, colours in sRGB. */
    private void declare() throws IOException {
        var profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        var intent = new PDOutputIntent(out, new ByteArrayInputStream(profile));
        intent.setInfo(SRGB);
        intent.setOutputCondition(SRGB);
        intent.setOutputConditionIdentifier(SRGB);
        intent.setRegistryName("http://www.color.org");
        out.getDocumentCatalog().addOutputIntent(intent);
        var metadata = new PDMetadata(out);
        metadata.importXMPMetadata(xmp());
        out.getDocumentCatalog().setMetadata(metadata);
    }

    private static byte[] xmp() throws IOException {
        try {
            var xmp = XMPMetadata.createXMPMetadata();
            var mark = xmp.createAndAddPDFAIdentificationSchema();
            mark.setPart(2);
            mark.setConformance("B");
            var bytes = new ByteArrayOutputStream();
            new XmpSerializer().serialize(xmp, bytes, true);
            return bytes.toByteArray();
        } catch (BadFieldValueException | TransformerException impossible) {
            throw new IOException("The mark of PDF/A could not be written", impossible);
        }
    }
}

package jp.yakuba.document.service.masking;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import jp.yakuba.document.model.masking.MaskPlace;
import jp.yakuba.document.service.PdfPages;
import jp.yakuba.document.service.PdfPages.Picture;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Draws the copy that is given: a picture of each page whose masked pixels were painted over before the picture was packed. Nothing of
 * the original is carried over: no text, no metadata, no attachment, no note. Pages go through memory one at a time.
 */
final class MaskPress {
    private static final int DPI = 200;
    private static final float QUALITY = 0.85f;

    private final PDDocument out;

    private MaskPress(PDDocument out) {
        this.out = out;
    }

    /** Draws the copy of the pages, with the masks of each page counted from 1. */
    static void press(PdfPages pages, IntFunction<List<MaskPlace>> masks, Path target) throws IOException {
        try (var out = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            var press = new MaskPress(out);
            for (int page = 0; page < pages.count(); page++) {
                press.add(covered(pages.picture(page, DPI, PdfPages.FINEST), masks.apply(page + 1)), pages.size(page));
            }
            out.save(target.toFile());
        }
    }

    /** A picture of which nothing is left where masks lie. */
    record Covered(BufferedImage image, List<Rectangle> black) {}

    /** Paints over what lies under masks. */
    static Covered covered(Picture picture, List<MaskPlace> masks) {
        var image = picture.image();
        var black = masks.stream().map(mask -> mask.onPicture(picture.scale(), image.getWidth(), image.getHeight()))
                .filter(place -> !place.isEmpty()).toList();
        var pen = image.createGraphics();
        pen.setColor(Color.BLACK);
        black.forEach(pen::fill);
        pen.dispose();
        return new Covered(image, black);
    }

    private void add(Covered picture, PDRectangle box) throws IOException {
        var page = new PDPage(box);
        out.addPage(page);
        var packed = packed(picture.image());
        try (var content = new PDPageContentStream(out, page)) {
            content.drawImage(packed, 0, 0, box.getWidth(), box.getHeight());
            blacken(content, picture, box);
        }
    }

    /** Written pages are smaller without loss, photographs with it; what was painted over is gone before either. */
    private PDImageXObject packed(BufferedImage image) throws IOException {
        var exact = LosslessFactory.createFromImage(out, image);
        var near = JPEGFactory.createFromImage(out, image, QUALITY);
        boolean smaller = exact.getCOSObject().getLength() <= near.getCOSObject().getLength();
        (smaller ? near : exact).getCOSObject().close();
        return smaller ? exact : near;
    }

    /** Packing with loss makes edges of the black a little uneven: the same pixels are drawn black once more. */
    private static void blacken(PDPageContentStream content, Covered picture, PDRectangle box) throws IOException {
        float across = box.getWidth() / picture.image().getWidth();
        float down = box.getHeight() / picture.image().getHeight();
        content.setNonStrokingColor(Color.BLACK);
        for (var place : picture.black()) {
            content.addRect(place.x * across, box.getHeight() - (place.y + place.height) * down, place.width * across, place.height * down);
            content.fill();
        }
    }
}

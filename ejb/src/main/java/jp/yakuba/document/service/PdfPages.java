package jp.yakuba.document.service;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The pages of a PDF on local disk as they are shown, drawn one at a time; what cannot be drawn as it was sent is not drawn at all. */
public final class PdfPages implements AutoCloseable {
    /** More pages are not drawn. */
    public static final int MOST = 500;

    /** Pixels of the finest picture of a page; a larger one would not fit into memory. */
    public static final long FINEST = 40_000_000;

    private static final int POINTS_PER_INCH = 72;

    private final PDDocument pdf;
    private final PDFRenderer renderer;

    private PdfPages(PDDocument pdf) {
        this.pdf = pdf;
        renderer = new PDFRenderer(pdf);
        renderer.setSubsamplingAllowed(true);
    }

    /** Why pages are not drawn; the name is the end of the message key {@code document.rendition.<name>}. */
    public enum Obstacle {
        ENCRYPTED,
        BROKEN,
        TOO_LONG,
        TOO_LARGE,
        /** A font is not in the file: it would be drawn with another, and look other than what was sent. */
        FONTS_MISSING,
        FAILED
    }

    /** They cannot be drawn. */
    public static final class NotPossible extends IOException {
        private static final long serialVersionUID = 1L;
        private final Obstacle obstacle;

        public NotPossible(Obstacle obstacle, Throwable cause) {
            super(obstacle.name(), cause);
            this.obstacle = obstacle;
        }

        public Obstacle obstacle() {
            return obstacle;
        }
    }

    /** Opens a PDF all of whose pages can be drawn. */
    public static PdfPages open(Path source) throws NotPossible {
        PdfPages pages = null;
        try {
            pages = new PdfPages(Loader.loadPDF(
                    new RandomAccessReadBufferedFile(source), "", null, null, IOUtils.createTempFileOnlyStreamCache()));
            pages.requireDrawable();
            return pages;
        } catch (IOException | RuntimeException obstacle) {
            closeQuietly(pages);
            throw notPossible(obstacle);
        }
    }

    /** What a failure says about a PDF: a program that reads strange bytes may fail in many ways. */
    public static NotPossible notPossible(Exception failure) {
        if (failure instanceof NotPossible known) {
            return known;
        }
        return new NotPossible(failure instanceof InvalidPasswordException ? Obstacle.ENCRYPTED : Obstacle.BROKEN, failure);
    }

    private static void closeQuietly(PdfPages pages) {
        try {
            if (pages != null) {
                pages.close();
            }
        } catch (IOException left) {
            // its file lies in a folder that the machine empties
        }
    }

    private void requireDrawable() throws IOException {
        if (count() > MOST) {
            throw new NotPossible(Obstacle.TOO_LONG, null);
        }
        if (count() == 0) {
            throw new NotPossible(Obstacle.BROKEN, null);
        }
        for (int page = 0; page < count(); page++) {
            if (size(page).getWidth() < 1 || size(page).getHeight() < 1) {
                throw new NotPossible(Obstacle.BROKEN, null);
            }
            requireFonts(pdf.getPage(page));
        }
    }

    private static void requireFonts(PDPage page) throws IOException {
        var resources = page.getResources();
        for (var name : resources == null ? List.<COSName>of() : resources.getFontNames()) {
            var font = resources.getFont(name);
            if (font != null && !font.isEmbedded() && !font.isStandard14()) {
                throw new NotPossible(Obstacle.FONTS_MISSING, null);
            }
        }
    }

    /** How many pages there are. */
    public int count() {
        return pdf.getNumberOfPages();
    }

    /** The size of a page, counted from 0, as it is shown: turned, and cut to its CropBox. */
    public PDRectangle size(int page) {
        var shown = pdf.getPage(page);
        var box = shown.getCropBox();
        return shown.getRotation() % 180 == 0
                ? new PDRectangle(box.getWidth(), box.getHeight())
                : new PDRectangle(box.getHeight(), box.getWidth());
    }

    /**
     * The picture of a page.
     *
     * @param image the picture
     * @param scale pixels for each point of the page
     */
    public record Picture(BufferedImage image, double scale) {}

    /** The picture of a page at this fineness; less fine if it would have more pixels. */
    public Picture picture(int page, int dpi, long mostPixels) throws IOException {
        var box = size(page);
        double squareInches = (double) box.getWidth() * box.getHeight() / (POINTS_PER_INCH * POINTS_PER_INCH);
        float scale = (float) Math.min(dpi, Math.sqrt(mostPixels / Math.max(squareInches, 1))) / POINTS_PER_INCH;
        return new Picture(renderer.renderImage(page, scale, ImageType.RGB), scale);
    }

    /** The PDF itself, for whoever reads its text. */
    public PDDocument pdf() {
        return pdf;
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}

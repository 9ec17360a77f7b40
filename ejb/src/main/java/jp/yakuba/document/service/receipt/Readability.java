package jp.yakuba.document.service.receipt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import javax.imageio.ImageIO;
import jp.yakuba.document.api.StagedUpload.Condition;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Tells whether a file can be opened, without reading it whole. */
public final class Readability {
    private static final String PDF = "application/pdf";
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif", "image/bmp", "image/tiff");

    private Readability() {}

    /** The condition of a file on local disk. */
    public static Condition of(Path path, String mediaType) {
        try {
            if (PDF.equals(mediaType)) {
                return ofPdf(path);
            }
            return PICTURES.contains(mediaType) ? ofPicture(path) : Condition.UNTESTED;
        } catch (IOException | RuntimeException broken) {
            return Condition.BROKEN; // a program that reads strange bytes may fail in many ways
        }
    }

    private static Condition ofPdf(Path path) throws IOException {
        try (var pdf = Loader.loadPDF(
                new RandomAccessReadBufferedFile(path), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            return pdf.getNumberOfPages() > 0 ? Condition.READABLE : Condition.BROKEN;
        } catch (InvalidPasswordException locked) {
            return Condition.ENCRYPTED;
        }
    }

    private static Condition ofPicture(Path path) throws IOException {
        try (var in = ImageIO.createImageInputStream(path.toFile())) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Condition.BROKEN;
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return reader.getWidth(0) > 0 && reader.getHeight(0) > 0 ? Condition.READABLE : Condition.BROKEN;
            } finally {
                reader.dispose();
            }
        }
    }
}

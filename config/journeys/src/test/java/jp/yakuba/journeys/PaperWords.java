package jp.yakuba.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a person reads on a paper that the office gives out. */
final class PaperWords {
    private PaperWords() {}

    /** The words of the PDF at the address, without blanks at the ends of lines. */
    static String of(Intruder reader, String path) {
        try (var paper = Loader.loadPDF(reader.bytes(path))) {
            return new PDFTextStripper().getText(paper);
        } catch (IOException noPaper) {
            throw new UncheckedIOException(path, noPaper);
        }
    }
}

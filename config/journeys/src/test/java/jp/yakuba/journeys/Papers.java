package jp.yakuba.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** Papers that a visitor downloads, read as text. */
final class Papers {
    private Papers() {}

    /** The text of the PDF at that address, fetched by the visitor, without any white space. */
    static String read(Visitor visitor, String address) {
        var answer = visitor.context().request().get(address);
        if (answer.status() != 200 || !answer.headers().getOrDefault("content-type", "").startsWith("application/pdf")) {
            throw new AssertionError(address + " gave " + answer.status() + " " + answer.headers().get("content-type"));
        }
        return text(answer.body());
    }

    /** The text of a PDF without any white space. */
    static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return plain(new PDFTextStripper().getText(document));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Words as they are compared: without white space. */
    static String plain(String words) {
        return words.replaceAll("[\\s\u3000]", "");
    }
}

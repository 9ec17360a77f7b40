package jp.yakuba.application.model.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Locale;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Text as the paper can show it. A variation sequence (字形を選ぶ符号) draws its base character with a mark, and a character that
 * the font lacks becomes 〓 with its code; both are explained at the foot, so that nobody takes the drawn shape for the
 * registered one.
 */
final class Glyphs {
    private static final String MARK = "*";
    private static final BitSet DRAWN = drawn();

    private boolean varied;
    private boolean lacking;

    /** The text as XHTML. */
    String show(String text) {
        if (text == null) {
            return "";
        }
        var out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(c, out));
        return out.toString();
    }

    private void append(int c, StringBuilder out) {
        if (isVariationSelector(c)) {
            varied = true;
            out.append(MARK);
        } else if (c == '\n') {
            out.append("<br/>");
        } else if (c < 0x20 || c == 0x7F || c >= 0xD800 && c <= 0xDFFF || c == 0xFFFE || c == 0xFFFF) {
            out.append(' ');
        } else if (c > 0x7F && !DRAWN.get(c)) {
            lacking = true;
            out.append("〓(U+").append(Integer.toHexString(c).toUpperCase(Locale.ROOT)).append(')');
        } else {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(c);
            }
        }
    }

    /** What has to be explained at the foot of the sheet; empty if every character is drawn as it is. */
    String footnote() {
        var note = new StringBuilder();
        if (varied) {
            note.append("<p class=\"foot\">").append(MARK).append(" の字には字形を選ぶ符号が付いています。正しい字形は台帳のとおりです。")
                    .append(" <span lang=\"en\">Characters marked ").append(MARK).append(" have a registered variant form.</span></p>");
        }
        if (lacking) {
            note.append("<p class=\"foot\">〓 は、この書体にない字です。文字コードを添えています。")
                    .append(" <span lang=\"en\">〓 stands for a character this font lacks; its code follows.</span></p>");
        }
        return note.toString();
    }

    private static boolean isVariationSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }

    private static BitSet drawn() {
        try (var in = Press.regularFont(); var font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            var lookup = font.getUnicodeCmapLookup();
            var drawn = new BitSet(0x30000);
            for (int c = 0x80; c < 0x30000; c++) {
                if (lookup.getGlyphId(c) != 0) {
                    drawn.set(c);
                }
            }
            return drawn;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package jp.yakuba.kernel.paper;

import java.util.Locale;
import jp.yakuba.kernel.glyph.FontFile;
import jp.yakuba.kernel.glyph.HouseFonts;

/**
 * Text as the paper can show it. A variation sequence (字形を選ぶ符号) is drawn in its registered shape by whichever of the house's
 * fonts has it. What none has is owned up to: such a sequence draws its base character with a mark, and a character that no
 * font has becomes 〓 with its code; both are explained at the foot, so that nobody takes the drawn shape for the registered one.
 */
public final class Glyphs {
    private static final String MARK = "*";
    private static final int NONE = 0;

    private final RareShapes rare = new RareShapes();
    private boolean varied;
    private boolean lacking;

    /** The text as XHTML. */
    public String show(String text) {
        if (text == null) {
            return "";
        }
        var out = new StringBuilder(text.length() + 16);
        var characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            var selector = i + 1 < characters.length && isVariationSelector(characters[i + 1]) ? characters[i + 1] : NONE;
            if (selector != NONE && rare.appendVaried(characters[i], selector, out)) {
                i++;
            } else {
                append(characters[i], out);
            }
        }
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
        } else if (c > 0x7F && plain().shapeOf(c) == 0) {
            appendRare(c, out);
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

    private void appendRare(int c, StringBuilder out) {
        if (!rare.append(c, out)) {
            lacking = true;
            out.append("〓(U+").append(Integer.toHexString(c).toUpperCase(Locale.ROOT)).append(')');
        }
    }

    /** The shapes that the ordinary font cannot draw by itself. */
    public RareShapes rare() {
        return rare;
    }

    /** What has to be explained at the foot of the sheet; empty if every character is drawn as it is. */
    public String footnote() {
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

    private static FontFile plain() {
        return HouseFonts.plain();
    }

    public static boolean isVariationSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF;
    }
}

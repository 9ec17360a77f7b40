package jp.yakuba.kernel.paper;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import jp.yakuba.kernel.glyph.FontFile;
import jp.yakuba.kernel.glyph.HouseFonts;
import jp.yakuba.kernel.glyph.SmallFont;

/**
 * Shapes of one sheet that a PDF writer does not find by a character: variation sequences, and characters that only the font of
 * all names has. Each is written as a private character, drawn from a small font of this sheet alone, and stands in the text
 * layer as what it is, so that whoever copies the name out of the paper gets the name.
 */
public final class RareShapes {
    /** Family names as the sheet's style lists them: from the ordinary font, from the font of all names. */
    static final String PLAIN = "Yakuba Variants";
    static final String NAMES = "Yakuba Names";

    private static final String ORIGIN = "Shapes of the font of this office, embedded in one document";
    private static final int FIRST = 0xF0000;

    /** What is written, by its private character. */
    private final Map<Integer, String> written = new LinkedHashMap<>();
    private final Map<String, Integer> known = new HashMap<>();

    /**
     * A small font for the press.
     *
     * @param file the font
     * @param told what each of its shapes says, by the shape's number
     */
    record Cut(byte[] file, Map<Integer, String> told) {}

    /** Writes a sequence if a font has its shape. */
    boolean appendVaried(int character, int selector, StringBuilder out) {
        return append(new String(new int[] {character, selector}, 0, 2), font -> font.shapeOf(character, selector), out);
    }

    /** Writes a character if the font of all names has it. */
    boolean append(int character, StringBuilder out) {
        return append(Character.toString(character), font -> font.shapeOf(character), out);
    }

    private boolean append(String text, ToIntFunction<FontFile> shape, StringBuilder out) {
        if (shape.applyAsInt(HouseFonts.plain()) == 0 && HouseFonts.ofNames().map(shape::applyAsInt).orElse(0) == 0) {
            return false;
        }
        var character = known.computeIfAbsent(text, fresh -> FIRST + known.size());
        written.put(character, text);
        out.appendCodePoint(character);
        return true;
    }

    boolean isEmpty() {
        return written.isEmpty();
    }

    /** The small font of a family with shapes of one font; without any told shape if the sheet needs none of them. */
    Cut cut(String family, FontFile source) {
        var font = new SmallFont(source, family, ORIGIN);
        var told = new TreeMap<Integer, String>();
        written.forEach((character, text) -> {
            var codes = text.codePoints().toArray();
            if (family.equals(PLAIN) == (shapeOf(HouseFonts.plain(), codes) != 0)) {
                told.put(font.draw(character, shapeOf(source, codes)), text);
            }
        });
        return new Cut(font.bytes(), told);
    }

    private static int shapeOf(FontFile font, int[] codes) {
        return codes.length == 1 ? font.shapeOf(codes[0]) : font.shapeOf(codes[0], codes[1]);
    }
}

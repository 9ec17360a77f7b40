package jp.yakuba.web.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.yakuba.kernel.glyph.FontFile;
import jp.yakuba.kernel.glyph.HouseFonts;
import jp.yakuba.kernel.glyph.SmallFont;

/**
 * The letters of rare names (字形) as small fonts for browsers, each with the variants of some characters. A browser fetches a
 * slice only when a page holds a sequence or a character that the reader's own fonts cannot draw.
 */
final class NameSlices {
    private static final int LONGEST = 96;
    private static final int FIRST_KANJI = 0x3400;
    private static final int WIDEST_GAP = 0x1000;

    private final String family;
    private final String file;
    private final FontFile font;
    private final NavigableMap<Integer, NavigableSet<Integer>> variants;
    private final boolean alone;
    private final List<List<Integer>> slices = new ArrayList<>();

    private NameSlices(String family, String file, FontFile font, boolean alone) {
        this.family = family;
        this.file = file;
        this.font = font;
        this.alone = alone;
        this.variants = font.variants();
    }

    /** What the ordinary font draws otherwise than the character alone. */
    static NameSlices ofVariants() {
        var slices = new NameSlices("Yakuba Variants", "v", HouseFonts.plain(), false);
        slices.cut(slices.variants.keySet().stream().filter(slices::isVaried).toList());
        return slices;
    }

    /** Every registered kanji, alone and varied; nothing where this machine has no font of all names. */
    static NameSlices ofNames() {
        return HouseFonts.ofNames().map(font -> {
            var slices = new NameSlices("Yakuba Names", "n", font, true);
            var kanji = new TreeSet<>(font.characters().tailSet(FIRST_KANJI));
            kanji.addAll(slices.variants.keySet());
            slices.cut(kanji);
            return slices;
        }).orElse(null);
    }

    private boolean isVaried(int character) {
        return variants.get(character).stream().anyMatch(selector -> font.isDrawnOtherwise(character, selector));
    }

    private void cut(Iterable<Integer> characters) {
        List<Integer> slice = new ArrayList<>();
        for (var character : characters) {
            if (slice.size() == LONGEST || !slice.isEmpty() && character - slice.get(slice.size() - 1) > WIDEST_GAP) {
                slices.add(List.copyOf(slice));
                slice.clear();
            }
            slice.add(character);
        }
        slices.add(List.copyOf(slice));
    }

    /** The rules by which a browser knows which slice it needs. */
    String rules() {
        var rules = new StringBuilder();
        for (int i = 0; i < slices.size(); i++) {
            rules.append("@font-face{font-family:\"").append(family).append("\";src:url(").append(file).append(i)
                    .append(".ttf);font-display:swap;unicode-range:").append(range(slices.get(i))).append("}\n");
        }
        return rules.toString();
    }

    private String range(List<Integer> slice) {
        if (alone) {
            return "U+%X-%X".formatted(slice.get(0), slice.get(slice.size() - 1));
        }
        return slice.stream().map("U+%X"::formatted).collect(Collectors.joining(","));
    }

    /** True if it has a slice of this name, such as {@code v3}. */
    boolean has(String name) {
        return name.matches(file + "\\d{1,5}") && Integer.parseInt(name.substring(file.length())) < slices.size();
    }

    /** The slice of this name as a font. */
    byte[] bytes(String name) {
        var small = new SmallFont(font, family, "Derived from the font of this office on that font's terms; see names.txt among the files of its pages");
        for (var character : slices.get(Integer.parseInt(name.substring(file.length())))) {
            if (alone && font.shapeOf(character) != 0) {
                small.draw(character, font.shapeOf(character));
            }
            for (var selector : variants.getOrDefault(character, new TreeSet<>())) {
                if (alone || font.isDrawnOtherwise(character, selector)) {
                    small.draw(character, selector, font.shapeOf(character, selector));
                }
            }
        }
        return small.bytes();
    }
}

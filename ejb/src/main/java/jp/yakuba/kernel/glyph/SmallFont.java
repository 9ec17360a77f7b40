package jp.yakuba.kernel.glyph;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A font made of a few shapes of another one, under a name of its own. Hints for coarse screens stay behind; where the shapes
 * come from, and on which terms, is written into it.
 */
public final class SmallFont {
    private static final int NO_HINTS = 26;
    private static final int POST_WITHOUT_NAMES = 0x00030000;

    private final FontFile source;
    private final String name;
    private final String origin;
    private final List<Integer> shapes = new ArrayList<>(List.of(0));
    private final Map<Integer, Integer> numbers = new TreeMap<>(Map.of(0, 0));
    private final TreeMap<Integer, Integer> characters = new TreeMap<>();
    private final TreeMap<Integer, TreeMap<Integer, Integer>> variants = new TreeMap<>();

    /**
     * Begins a font.
     *
     * @param source whose shapes it takes
     * @param name what it is called
     * @param origin whose shapes these are and on which terms, in one sentence
     */
    public SmallFont(FontFile source, String name, String origin) {
        this.source = source;
        this.name = name;
        this.origin = origin;
    }

    /** Draws a character with a shape of the source, which has the returned number in this font. */
    public int draw(int character, int shape) {
        var number = take(shape);
        characters.put(character, number);
        return number;
    }

    /** Draws a character followed by a variation selector with a shape of the source. */
    public void draw(int character, int selector, int shape) {
        variants.computeIfAbsent(selector, none -> new TreeMap<>()).put(character, take(shape));
    }

    /** The new number of a shape, which comes along with the shapes it is composed of. */
    private int take(int shape) {
        var known = numbers.get(shape);
        if (known != null) {
            return known;
        }
        numbers.put(shape, shapes.size());
        shapes.add(shape);
        Outline.partsOf(source.outline(shape)).forEach(this::take);
        return numbers.get(shape);
    }

    /** The font as a file. */
    public byte[] bytes() {
        var tables = new TreeMap<String, byte[]>();
        var glyf = new ByteArrayOutputStream();
        var loca = ByteBuffer.allocate(4 * (shapes.size() + 1));
        var hmtx = ByteBuffer.allocate(4 * shapes.size());
        for (var shape : shapes) {
            loca.putInt(glyf.size());
            hmtx.putInt(source.metrics(shape));
            glyf.writeBytes(Outline.withoutHints(source.outline(shape), numbers));
        }
        loca.putInt(glyf.size());
        tables.put("glyf", glyf.toByteArray());
        tables.put("loca", loca.array());
        tables.put("hmtx", hmtx.array());
        tables.put("OS/2", source.bytesOf("OS/2"));
        tables.put("cmap", cmap());
        tables.put("head", changed("head", head -> head.putInt(8, 0).putShort(50, (short) 1)));
        tables.put("hhea", changed("hhea", hhea -> hhea.putShort(34, (short) shapes.size())));
        tables.put("maxp", changed("maxp", maxp -> maxp.putShort(4, (short) shapes.size()).putShort(NO_HINTS, (short) 0)));
        tables.put("name", NameTable.of(name, origin));
        tables.put("post", ByteBuffer.wrap(java.util.Arrays.copyOf(source.bytesOf("post"), 32)).putInt(0, POST_WITHOUT_NAMES).array());
        return FontWriter.write(tables);
    }

    private byte[] changed(String tag, java.util.function.Consumer<ByteBuffer> change) {
        var table = ByteBuffer.wrap(source.bytesOf(tag));
        change.accept(table);
        return table.array();
    }

    private byte[] cmap() {
        var all = allCharacters();
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeShort(0);
            out.writeShort(variants.isEmpty() ? 1 : 2);
            var first = 4 + 8 * (variants.isEmpty() ? 1 : 2);
            if (!variants.isEmpty()) {
                out.writeShort(0);
                out.writeShort(5);
                out.writeInt(first + all.length);
            }
            out.writeShort(3);
            out.writeShort(10);
            out.writeInt(first);
            out.write(all);
            if (!variants.isEmpty()) {
                out.write(allVariants());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Format 12, a run for each character; browsers refuse a font without any, so a blank stands for none. */
    private byte[] allCharacters() {
        if (characters.isEmpty()) {
            characters.put(0x20, 0);
        }
        var table = ByteBuffer.allocate(16 + 12 * characters.size());
        table.putShort((short) 12).putShort((short) 0).putInt(table.capacity()).putInt(0).putInt(characters.size());
        characters.forEach((character, shape) -> table.putInt(character).putInt(character).putInt(shape));
        return table.array();
    }

    /** Format 14, in which every sequence names its shape. */
    private byte[] allVariants() {
        var pairs = variants.values().stream().mapToInt(Map::size).sum();
        var head = 10 + 11 * variants.size();
        var table = ByteBuffer.allocate(head + 4 * variants.size() + 5 * pairs);
        table.putShort((short) 14).putInt(table.capacity()).putInt(variants.size());
        var at = head;
        for (var selector : variants.entrySet()) {
            three(table, selector.getKey());
            table.putInt(0).putInt(at);
            at += 4 + 5 * selector.getValue().size();
        }
        for (var selector : variants.values()) {
            table.putInt(selector.size());
            selector.forEach((character, shape) -> three(table, character).putShort((short) (int) shape));
        }
        return table.array();
    }

    private static ByteBuffer three(ByteBuffer table, int number) {
        return table.put((byte) (number >> 16)).putShort((short) number);
    }

    /** The terms and the name in the font's own table of words. */
    private static final class NameTable {
        private static final int COPYRIGHT = 0;
        private static final int FAMILY = 1;
        private static final int STYLE = 2;
        private static final int UNIQUE = 3;
        private static final int FULL = 4;
        private static final int VERSION = 5;
        private static final int POSTSCRIPT = 6;
        private static final int LICENCE = 13;

        static byte[] of(String name, String origin) {
            var words = new TreeMap<>(Map.of(COPYRIGHT, origin, FAMILY, name, STYLE, "Regular", UNIQUE, name, FULL, name,
                    VERSION, "Version 1.0", POSTSCRIPT, name.replace(" ", ""), LICENCE, origin));
            var head = ByteBuffer.allocate(6 + 12 * words.size());
            head.putShort((short) 0).putShort((short) words.size()).putShort((short) head.capacity());
            var text = new ByteArrayOutputStream();
            words.forEach((id, word) -> {
                var bytes = word.getBytes(StandardCharsets.UTF_16BE);
                head.putShort((short) 3).putShort((short) 1).putShort((short) 0x409).putShort((short) (int) id)
                        .putShort((short) bytes.length).putShort((short) text.size());
                text.writeBytes(bytes);
            });
            var table = new ByteArrayOutputStream();
            table.writeBytes(head.array());
            table.writeBytes(text.toByteArray());
            return table.toByteArray();
        }
    }
}

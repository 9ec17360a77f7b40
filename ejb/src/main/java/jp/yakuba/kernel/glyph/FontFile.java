package jp.yakuba.kernel.glyph;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;

/** A TrueType font (書体) that lies mapped beside the heap: shapes of tens of megabytes cost no memory until they are drawn. */
public final class FontFile {
    private static final int TRUETYPE = 0x00010000;

    private final Map<String, ByteBuffer> tables = new HashMap<>();
    private final CharacterMap characters;
    private final VariantMap variants;
    private final boolean longOffsets;
    private final int advances;

    private FontFile(ByteBuffer font) {
        if (font.getInt(0) != TRUETYPE) {
            throw new IllegalArgumentException("This is no TrueType font");
        }
        for (int i = 0; i < font.getShort(4); i++) {
            var at = 12 + 16 * i;
            var tag = new byte[4];
            font.get(at, tag);
            tables.put(new String(tag, StandardCharsets.US_ASCII), font.slice(font.getInt(at + 8), font.getInt(at + 12)));
        }
        this.characters = CharacterMap.of(table("cmap"));
        this.variants = VariantMap.of(table("cmap"));
        this.longOffsets = table("head").getShort(50) != 0;
        this.advances = Short.toUnsignedInt(table("hhea").getShort(34));
    }

    /** The font in a file, which must stay as it is. */
    public static FontFile of(Path file) {
        try (var channel = FileChannel.open(file)) {
            return new FontFile(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A font that came with the application; it is laid down beside the heap. */
    public static FontFile of(InputStream font) {
        try {
            var file = Files.createTempFile("yakuba", ".ttf");
            try {
                Files.copy(font, file, StandardCopyOption.REPLACE_EXISTING);
                return of(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Number of the shape of a character, 0 if the font has none. */
    public int shapeOf(int character) {
        return characters.shapeOf(character);
    }

    /** Number of the shape of a character followed by a variation selector, 0 if the font does not know the two together. */
    public int shapeOf(int character, int selector) {
        var shape = variants.shapeOf(character, selector);
        return shape == VariantMap.AS_USUAL ? shapeOf(character) : shape;
    }

    /** True if the font knows the sequence and draws it other than the character alone. */
    public boolean isDrawnOtherwise(int character, int selector) {
        var shape = variants.shapeOf(character, selector);
        return shape > 0 && shape != shapeOf(character);
    }

    /** The characters that the font draws. */
    public NavigableSet<Integer> characters() {
        return characters.all();
    }

    /** The sequences that the font knows: the selectors by their character. */
    public NavigableMap<Integer, NavigableSet<Integer>> variants() {
        return variants.all();
    }

    /** A word that is another one for every other font. */
    public String mark() {
        return Integer.toHexString(table("head").getInt(8));
    }

    ByteBuffer table(String tag) {
        var table = tables.get(tag);
        if (table == null) {
            throw new IllegalArgumentException("The font has no table " + tag);
        }
        return table.duplicate();
    }

    byte[] bytesOf(String tag) {
        var table = table(tag);
        var bytes = new byte[table.remaining()];
        table.get(bytes);
        return bytes;
    }

    /** The outline of a shape; no byte for one without ink. */
    byte[] outline(int shape) {
        var loca = table("loca");
        var from = longOffsets ? loca.getInt(4 * shape) : 2 * Short.toUnsignedInt(loca.getShort(2 * shape));
        var until = longOffsets ? loca.getInt(4 * shape + 4) : 2 * Short.toUnsignedInt(loca.getShort(2 * shape + 2));
        var outline = new byte[until - from];
        table("glyf").get(from, outline);
        return outline;
    }

    /** Width of a shape and its left bearing, as they stand in {@code hmtx}. */
    int metrics(int shape) {
        var hmtx = table("hmtx");
        if (shape < advances) {
            return hmtx.getInt(4 * shape);
        }
        var width = hmtx.getShort(4 * (advances - 1));
        var bearing = hmtx.getShort(4 * advances + 2 * (shape - advances));
        return width << 16 | Short.toUnsignedInt(bearing);
    }
}

package jp.yakuba.kernel.glyph;

import java.nio.ByteBuffer;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Which shape draws which character: the font's table for all of Unicode (format 12), searched where it lies. */
final class CharacterMap {
    private static final int FORMAT = 12;
    private static final int RUN = 12;

    private final ByteBuffer runs;
    private final int count;

    private CharacterMap(ByteBuffer table) {
        this.count = table.getInt(12);
        this.runs = table.slice(16, RUN * count);
    }

    static CharacterMap of(ByteBuffer cmap) {
        for (int i = 0; i < cmap.getShort(2); i++) {
            var at = cmap.getInt(4 + 8 * i + 4);
            if (cmap.getShort(at) == FORMAT) {
                return new CharacterMap(cmap.slice(at, cmap.getInt(at + 4)));
            }
        }
        throw new IllegalArgumentException("The font has no table of all characters");
    }

    int shapeOf(int character) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            var at = (low + high >>> 1) * RUN;
            if (character < runs.getInt(at)) {
                high = at / RUN - 1;
            } else if (character > runs.getInt(at + 4)) {
                low = at / RUN + 1;
            } else {
                return runs.getInt(at + 8) + character - runs.getInt(at);
            }
        }
        return 0;
    }

    NavigableSet<Integer> all() {
        var all = new TreeSet<Integer>();
        for (int at = 0; at < RUN * count; at += RUN) {
            for (int character = runs.getInt(at); character <= runs.getInt(at + 4); character++) {
                all.add(character);
            }
        }
        return all;
    }
}

package jp.yakuba.kernel.glyph;

import java.nio.ByteBuffer;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which shape draws which variation sequence (異体字シーケンス): the font's table of format 14, searched where it lies. */
final class VariantMap {
    /** The sequence is known and drawn as the character alone. */
    static final int AS_USUAL = -1;

    private static final int FORMAT = 14;
    private static final int SELECTOR = 11;
    private static final int USUAL = 4;
    private static final int UNUSUAL = 5;

    private final ByteBuffer table;
    private final int selectors;

    private VariantMap(ByteBuffer table) {
        this.table = table;
        this.selectors = table.capacity() == 0 ? 0 : table.getInt(6);
    }

    static VariantMap of(ByteBuffer cmap) {
        for (int i = 0; i < cmap.getShort(2); i++) {
            var at = cmap.getInt(4 + 8 * i + 4);
            if (cmap.getShort(at) == FORMAT) {
                return new VariantMap(cmap.slice(at, cmap.getInt(at + 2)));
            }
        }
        return new VariantMap(ByteBuffer.allocate(0));
    }

    int shapeOf(int character, int selector) {
        for (int at = 10; at < 10 + SELECTOR * selectors; at += SELECTOR) {
            if (three(at) == selector) {
                var unusual = find(table.getInt(at + 7), UNUSUAL, character);
                var usual = unusual > 0 ? 0 : find(table.getInt(at + 3), USUAL, character);
                return unusual > 0 ? Short.toUnsignedInt(table.getShort(unusual + 3)) : usual > 0 ? AS_USUAL : 0;
            }
        }
        return 0;
    }

    /** Where the entry of a character stands in a list of entries that begin with three bytes, 0 if it does not. */
    private int find(int list, int length, int character) {
        int low = 0;
        int high = list == 0 ? -1 : table.getInt(list) - 1;
        while (low <= high) {
            var middle = low + high >>> 1;
            var at = list + 4 + length * middle;
            var more = length == USUAL ? Byte.toUnsignedInt(table.get(at + 3)) : 0;
            if (character < three(at)) {
                high = middle - 1;
            } else if (character > three(at) + more) {
                low = middle + 1;
            } else {
                return at;
            }
        }
        return 0;
    }

    /** Every sequence: the selectors by their character. */
    NavigableMap<Integer, NavigableSet<Integer>> all() {
        var all = new TreeMap<Integer, NavigableSet<Integer>>();
        for (int at = 10; at < 10 + SELECTOR * selectors; at += SELECTOR) {
            gather(all, three(at), table.getInt(at + 3), USUAL);
            gather(all, three(at), table.getInt(at + 7), UNUSUAL);
        }
        return all;
    }

    private void gather(NavigableMap<Integer, NavigableSet<Integer>> all, int selector, int list, int length) {
        for (int i = 0; list != 0 && i < table.getInt(list); i++) {
            var at = list + 4 + length * i;
            var last = three(at) + (length == USUAL ? Byte.toUnsignedInt(table.get(at + 3)) : 0);
            for (int character = three(at); character <= last; character++) {
                all.computeIfAbsent(character, none -> new TreeSet<>()).add(selector);
            }
        }
    }

    private int three(int at) {
        return Byte.toUnsignedInt(table.get(at)) << 16 | Short.toUnsignedInt(table.getShort(at + 1));
    }
}

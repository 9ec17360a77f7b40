package jp.yakuba.kernel.glyph;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;

/** Lays tables one behind the other as a TrueType file, with the sums by which readers check them. */
final class FontWriter {
    private static final int WHOLE = 0xB1B0AFBA;

    private FontWriter() {}

    static byte[] write(SortedMap<String, byte[]> tables) {
        var head = 12 + 16 * tables.size();
        var out = ByteBuffer.allocate(head + tables.values().stream().mapToInt(table -> padded(table.length)).sum());
        var power = Integer.highestOneBit(tables.size());
        out.putInt(0x00010000).putShort((short) tables.size()).putShort((short) (16 * power))
                .putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) (16 * (tables.size() - power)));
        var at = head;
        var adjusted = 0;
        for (var table : tables.entrySet()) {
            out.put(at, table.getValue());
            out.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
            out.putInt(sum(out, at, padded(table.getValue().length))).putInt(at).putInt(table.getValue().length);
            adjusted = table.getKey().equals("head") ? at + 8 : adjusted;
            at += padded(table.getValue().length);
        }
        out.putInt(adjusted, WHOLE - sum(out, 0, out.capacity()));
        return out.array();
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }

    private static int sum(ByteBuffer out, int from, int length) {
        var sum = 0;
        for (int at = from; at < from + length; at += 4) {
            sum += out.getInt(at);
        }
        return sum;
    }
}

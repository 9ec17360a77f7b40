package jp.yakuba.kernel.glyph;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The outline of one shape as TrueType writes it: contours, or other shapes that it is composed of. */
final class Outline {
    private static final int HEAD = 10;
    private static final int WORDS = 0x0001;
    private static final int SCALE = 0x0008;
    private static final int MORE = 0x0020;
    private static final int TWO_SCALES = 0x0040;
    private static final int MATRIX = 0x0080;
    private static final int HINTS = 0x0100;

    private Outline() {}

    /** Numbers of the shapes that this one is composed of. */
    static List<Integer> partsOf(byte[] outline) {
        var parts = new ArrayList<Integer>();
        if (isComposed(outline)) {
            var in = ByteBuffer.wrap(outline);
            for (int at = HEAD; at > 0; at = next(in, at)) {
                parts.add(Short.toUnsignedInt(in.getShort(at + 2)));
            }
        }
        return parts;
    }

    /** The outline without hints, its parts under their new numbers, at a length that the next one may follow. */
    static byte[] withoutHints(byte[] outline, Map<Integer, Integer> numbers) {
        if (outline.length == 0) {
            return outline;
        }
        var bare = isComposed(outline) ? composed(outline, numbers) : contours(outline);
        return Arrays.copyOf(bare, bare.length + 3 & ~3);
    }

    private static boolean isComposed(byte[] outline) {
        return outline.length > 0 && outline[0] < 0;
    }

    private static byte[] contours(byte[] outline) {
        var ends = HEAD + 2 * ByteBuffer.wrap(outline).getShort(0);
        var hints = Short.toUnsignedInt(ByteBuffer.wrap(outline).getShort(ends));
        var bare = ByteBuffer.allocate(outline.length - hints);
        bare.put(outline, 0, ends).putShort((short) 0).put(outline, ends + 2 + hints, outline.length - ends - 2 - hints);
        return bare.array();
    }

    private static byte[] composed(byte[] outline, Map<Integer, Integer> numbers) {
        var parts = ByteBuffer.wrap(outline.clone());
        var end = HEAD;
        for (int at = HEAD; at > 0; at = next(parts, at)) {
            end = at + lengthOf(parts.getShort(at));
            parts.putShort(at + 2, (short) (int) numbers.get(Short.toUnsignedInt(parts.getShort(at + 2))));
            parts.putShort(at, (short) (parts.getShort(at) & ~HINTS));
        }
        return Arrays.copyOf(parts.array(), end);
    }

    /** Where the next part begins, 0 after the last one. */
    private static int next(ByteBuffer parts, int at) {
        var flags = parts.getShort(at);
        return (flags & MORE) == 0 ? 0 : at + lengthOf(flags);
    }

    private static int lengthOf(int flags) {
        var length = 4 + ((flags & WORDS) != 0 ? 4 : 2);
        if ((flags & SCALE) != 0) {
            return length + 2;
        }
        return length + ((flags & TWO_SCALES) != 0 ? 4 : (flags & MATRIX) != 0 ? 8 : 0);
    }
}

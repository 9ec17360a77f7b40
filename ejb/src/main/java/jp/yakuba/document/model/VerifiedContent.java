package jp.yakuba.document.model;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.IntFunction;
import jp.yakuba.kernel.Sha256;

/**
 * The bytes of a kept file, fetched piece by piece while they are read. At the end the hash of what was read must be
 * the file's name in the store; otherwise the last read fails and says so.
 */
public final class VerifiedContent extends InputStream {
    private final String sha256;
    private final int pieces;
    private final IntFunction<byte[]> fetch;
    private final MessageDigest digest;
    private byte[] piece = new byte[0];
    private int position;
    private int next;
    private boolean verified;

    /** Content named {@code sha256} in {@code pieces} pieces that {@code fetch} brings by number, from 0. */
    public VerifiedContent(String sha256, int pieces, IntFunction<byte[]> fetch) {
        this.sha256 = sha256;
        this.pieces = pieces;
        this.fetch = fetch;
        this.digest = Sha256.begin();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (position == piece.length) {
            if (next == pieces) {
                verify();
                return -1;
            }
            piece = fetch.apply(next++);
            digest.update(piece);
            position = 0;
        }
        int count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, target, offset, count);
        position += count;
        return count;
    }

    private void verify() throws IOException {
        if (verified) {
            return;
        }
        var found = HexFormat.of().formatHex(digest.digest());
        if (!found.equals(sha256)) {
            throw new IOException("The kept bytes of " + sha256 + " are damaged: they give " + found);
        }
        verified = true;
    }
}

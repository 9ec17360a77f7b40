package jp.yakuba.audit.model;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import jp.yakuba.kernel.Sha256;

/**
 * A link of the audit chain (封印): the SHA-256 over the link before it, its own number, and the entry it seals.
 *
 * @param sequence its number, from 1 without gaps
 * @param previousHash hash of the link before it; 32 zero bytes for the first
 * @param hash its own hash
 */
public record Seal(long sequence, byte[] previousHash, byte[] hash) {
    private static final int HASH_BYTES = 32;

    /** What the first link follows: no link. */
    public static Seal beforeTheFirst() {
        return new Seal(0, new byte[HASH_BYTES], new byte[HASH_BYTES]);
    }

    /** The link that follows this one and seals the facts. */
    public Seal next(SealedFacts facts) {
        var number = Math.addExact(sequence, 1);
        return new Seal(number, hash, hashOf(hash, number, facts));
    }

    /** True if this link's hash is the one that its predecessor's hash, its number and the facts give. */
    public boolean seals(SealedFacts facts) {
        return MessageDigest.isEqual(hash, hashOf(previousHash, sequence, facts));
    }

    /** True if this link names the other one as its predecessor. */
    public boolean follows(Seal other) {
        return MessageDigest.isEqual(previousHash, other.hash);
    }

    /** The hash in hexadecimal digits, as heads are published. */
    public String hex() {
        return HexFormat.of().formatHex(hash);
    }

    private static byte[] hashOf(byte[] previous, long number, SealedFacts facts) {
        var digest = Sha256.begin();
        digest.update(previous);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return digest.digest(facts.canonical());
    }
}

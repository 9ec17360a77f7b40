package jp.yakuba.account.model;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes by time (RFC 6238: HMAC-SHA-1, 30 seconds, six digits), as every authenticator makes them.
 *
 * @param secret the secret shared with the authenticator
 */
public record OneTimeCode(byte[] secret) {
    /** Bytes of a fresh secret. */
    public static final int SECRET_BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int SLACK = 1;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    public OneTimeCode {
        secret = secret.clone();
    }

    /** The step in which an instant lies. */
    public static long stepAt(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a step. */
    public String at(long step) {
        return at(step, DIGITS);
    }

    String at(long step, int digits) {
        var hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
        return String.format(Locale.ROOT, "%0" + digits + "d", number % POWERS[digits]);
    }

    /**
     * The step whose code was typed, if it is this one or a neighbour (clocks differ) and later than the last one used:
     * a code works once.
     */
    public OptionalLong stepOf(String typed, Instant now, long lastUsed) {
        var digits = typed == null ? "" : java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)
                .replaceAll("\\s", "");
        long present = stepAt(now);
        for (long step = present - SLACK; step <= present + SLACK; step++) {
            if (step > lastUsed && at(step).equals(digits)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** The secret in Base32, as people type it into an authenticator. */
    public String base32() {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte octet : secret) {
            buffer = buffer << 8 | octet & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(buffer >> bits & 31));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt(buffer << 5 - bits & 31));
        }
        return text.toString();
    }

    private byte[] hmac(byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java knows HMAC-SHA-1", e);
        }
    }

    @Override
    public String toString() {
        return "OneTimeCode[]";
    }
}

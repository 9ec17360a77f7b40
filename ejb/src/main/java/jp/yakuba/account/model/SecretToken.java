package jp.yakuba.account.model;

import java.security.SecureRandom;
import java.util.Base64;
import jp.yakuba.kernel.Sha256;

/** A secret that proves by being known (トークン): only its SHA-256 is ever stored. */
public final class SecretToken {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private SecretToken() {}

    /** A fresh token of 256 random bits, safe in a URL and a cookie. */
    public static String fresh() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(BYTES));
    }

    /** Random bytes. */
    public static byte[] bytes(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** The hash under which a token is stored. */
    public static byte[] hash(String token) {
        return Sha256.of(token);
    }
}

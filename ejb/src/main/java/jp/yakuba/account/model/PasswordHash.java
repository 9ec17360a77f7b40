package jp.yakuba.account.model;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is stored: PBKDF2 with HMAC-SHA-512, salt and count of rounds written beside the hash, so that the
 * count can grow without locking anybody out.
 */
public record PasswordHash(String text) {
    /** Rounds for new hashes: what OWASP asks of PBKDF2 with HMAC-SHA-512. */
    public static final int ROUNDS = 210_000;

    private static final String SCHEME = "pbkdf2-sha512";
    private static final int SALT_BYTES = 16;
    private static final int BITS = 256;

    public PasswordHash {
        Objects.requireNonNull(text, "text");
    }

    /** Hashes a password with a fresh salt. */
    public static PasswordHash of(String password) {
        return of(password, ROUNDS);
    }

    static PasswordHash of(String password, int rounds) {
        var salt = SecretToken.bytes(SALT_BYTES);
        var coder = Base64.getEncoder().withoutPadding();
        return new PasswordHash(String.join("$", SCHEME, Integer.toString(rounds), coder.encodeToString(salt),
                coder.encodeToString(derive(password, salt, rounds))));
    }

    /** A hash that no password fits, for spending the same time on an account that does not exist. */
    public static PasswordHash ofNobody() {
        var coder = Base64.getEncoder().withoutPadding();
        return new PasswordHash(String.join("$", SCHEME, Integer.toString(ROUNDS),
                coder.encodeToString(new byte[SALT_BYTES]), coder.encodeToString(new byte[BITS / Byte.SIZE])));
    }

    /** True if the password is the one that was hashed. */
    public boolean fits(String password) {
        var parts = text.split("\\$");
        if (parts.length != 4 || !SCHEME.equals(parts[0])) {
            return false;
        }
        var decoder = Base64.getDecoder();
        var derived = derive(password, decoder.decode(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(derived, decoder.decode(parts[3]));
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        try {
            var spec = new PBEKeySpec(password.toCharArray(), salt, rounds, BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java knows PBKDF2 with HMAC-SHA-512", e);
        }
    }

    @Override
    public String toString() {
        return SCHEME;
    }
}

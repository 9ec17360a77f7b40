package jp.yakuba.town.generator;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Synthetic 個人番号 and 住民票コード, with right check digits and never stored in the clear: AES-GCM with the person's id as
 * associated data, and a keyed fingerprint that keeps numbers unique without opening them.
 */
final class PersonalNumbers {
    private static final BigInteger NUMBERS = BigInteger.TEN.pow(11);
    private static final BigInteger CODES = BigInteger.TEN.pow(10);
    private static final BigInteger STRIDE = BigInteger.valueOf(61_803_398_879L);
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private final SecretKeySpec secret;
    private final Cipher cipher;
    private final Mac fingerprint;
    private final Mac nonces;

    PersonalNumbers(String words) {
        try {
            this.secret = new SecretKeySpec(derived("encrypt", words), "AES");
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
            this.fingerprint = Mac.getInstance("HmacSHA256");
            this.fingerprint.init(new SecretKeySpec(derived("fingerprint", words), "HmacSHA256"));
            this.nonces = Mac.getInstance("HmacSHA256");
            this.nonces.init(new SecretKeySpec(derived("nonce", words), "HmacSHA256"));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java has no AES-GCM or HMAC", missing);
        }
    }

    /** The 個人番号 of a serial: 11 scattered digits and the check digit, different for different serials. */
    static String personalNumber(long serial) {
        return scattered(serial, NUMBERS, 11);
    }

    /** The 住民票コード of a serial: 10 scattered digits and the check digit. */
    static String residenceCode(long serial) {
        return scattered(serial + 7, CODES, 10);
    }

    private static String scattered(long serial, BigInteger space, int digits) {
        var value = BigInteger.valueOf(serial).multiply(STRIDE).mod(space);
        return SerialNumbers.withCheckDigit(String.format("%0" + digits + "d", value));
    }

    /** The secret form of a number that belongs to the person. */
    byte[] seal(UUID person, String number) {
        try {
            var owner = bytes(person);
            nonces.update(owner);
            var nonce = Arrays.copyOf(nonces.doFinal(ascii(number)), NONCE_BYTES);
            cipher.init(Cipher.ENCRYPT_MODE, secret, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner);
            var closed = cipher.doFinal(ascii(number));
            return ByteBuffer.allocate(NONCE_BYTES + closed.length).put(nonce).put(closed).array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("A number cannot be sealed", impossible);
        }
    }

    /** The number in a sealed form; refused if it was sealed for somebody else or changed. */
    String open(UUID person, byte[] sealed) throws GeneralSecurityException {
        cipher.init(Cipher.DECRYPT_MODE, secret, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
        cipher.updateAAD(bytes(person));
        return new String(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES), StandardCharsets.US_ASCII);
    }

    /** The keyed hash of a number. */
    byte[] fingerprint(String number) {
        return fingerprint.doFinal(ascii(number));
    }

    private static byte[] derived(String purpose, String words) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest((purpose + '\n' + words).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    private static byte[] ascii(String digits) {
        return digits.getBytes(StandardCharsets.US_ASCII);
    }
}

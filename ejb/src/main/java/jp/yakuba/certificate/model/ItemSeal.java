package jp.yakuba.certificate.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jp.yakuba.kernel.Sha256;

/**
 * Seals what a copy says to the key of the request that asked for it: whoever keeps the letter keeps proof, and once the other half of the key is
 * deleted nobody reads it any more. ECDH on P-256 with a fresh pair, SHA-256 over agreement and both keys, AES-256-GCM bound to the request.
 */
public final class ItemSeal {
    /** Bytes of a public key on P-256 as X.509 writes it. */
    public static final int KEY_BYTES = 91;
    private static final String CURVE = "secp256r1";
    private static final byte[] USE = "yakuba wide-copy 1".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ItemSeal() {}

    /** It was not sealed to this key and this request, or was changed since. */
    public static final class NotOpened extends Exception {
        private static final long serialVersionUID = 1L;

        NotOpened(Throwable cause) {
            super("Not sealed to this key and this request", cause);
        }
    }

    /** A pair for one request. */
    public static KeyPair pair() {
        try {
            var maker = KeyPairGenerator.getInstance("EC");
            maker.initialize(new ECGenParameterSpec(CURVE));
            return maker.generateKeyPair();
        } catch (GeneralSecurityException unknown) {
            throw new IllegalStateException("Every platform has " + CURVE, unknown);
        }
    }

    /** True if it is a public key on the curve, to which something can be sealed. */
    public static boolean isKey(byte[] key) {
        try {
            return key.length == KEY_BYTES && secret(pair().getPrivate(), publicKey(key), key, key).length > 0; // a point beside the curve is found here
        } catch (GeneralSecurityException none) {
            return false;
        }
    }

    /** Seals the content to the key; refused with {@link IllegalArgumentException} if it is none. */
    public static byte[] seal(byte[] content, byte[] key, UUID request) {
        var own = pair();
        var ownKey = own.getPublic().getEncoded();
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, secret(own.getPrivate(), publicKey(key), ownKey, key), nonce, request);
            var sealed = cipher.doFinal(content);
            return ByteBuffer.allocate(ownKey.length + nonce.length + sealed.length).put(ownKey).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException none) {
            throw new IllegalArgumentException("No key on " + CURVE, none);
        }
    }

    /**
     * Opens what was sealed.
     *
     * @param mine the private half, as PKCS #8 writes it
     * @param key the public half
     */
    public static byte[] open(byte[] sealed, byte[] mine, byte[] key, UUID request) throws NotOpened {
        if (sealed.length <= KEY_BYTES + NONCE_BYTES) {
            throw new NotOpened(null);
        }
        var parts = ByteBuffer.wrap(sealed);
        var theirs = new byte[KEY_BYTES];
        var nonce = new byte[NONCE_BYTES];
        parts.get(theirs).get(nonce);
        var content = new byte[parts.remaining()];
        parts.get(content);
        try {
            var own = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(mine));
            return cipher(Cipher.DECRYPT_MODE, secret(own, publicKey(theirs), theirs, key), nonce, request).doFinal(content);
        } catch (GeneralSecurityException changed) {
            throw new NotOpened(changed);
        }
    }

    private static PublicKey publicKey(byte[] key) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(key));
    }

    private static byte[] secret(PrivateKey own, PublicKey other, byte[] sealing, byte[] asking) throws GeneralSecurityException {
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own);
        agreement.doPhase(other, true);
        var digest = Sha256.begin();
        digest.update(new byte[] {0, 0, 0, 1});
        digest.update(agreement.generateSecret());
        digest.update(USE);
        digest.update(sealing);
        return digest.digest(asking);
    }

    private static Cipher cipher(int mode, byte[] secret, byte[] nonce, UUID request) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(request.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}

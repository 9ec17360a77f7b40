package jp.yakuba.account.model;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/**
 * A signature made by a card (電子署名): RSA, PKCS #1 v1.5, SHA-256. The card is given only the digest, so it is checked
 * against the digest.
 */
public record CardSignature(byte[] bytes) {
    /** Bytes of the digest. */
    public static final int DIGEST_BYTES = 32;

    /** What PKCS #1 puts before a SHA-256 digest: the name of the algorithm. */
    private static final byte[] SHA256_PREFIX = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

    /** True if the owner of the certificate signed what has the digest. */
    public boolean holds(byte[] digest, X509Certificate certificate) {
        if (digest == null || digest.length != DIGEST_BYTES) {
            return false;
        }
        try {
            var verifier = Signature.getInstance("NONEwithRSA");
            verifier.initVerify(certificate.getPublicKey());
            var named = new ByteArrayOutputStream();
            named.writeBytes(SHA256_PREFIX);
            named.writeBytes(digest);
            verifier.update(named.toByteArray());
            return verifier.verify(bytes);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}

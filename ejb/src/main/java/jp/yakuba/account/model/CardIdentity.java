package jp.yakuba.account.model;

import jakarta.persistence.Embeddable;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import jp.yakuba.kernel.Sha256;

/**
 * What names a card (カードの識別): issuer and serial number of its certificate; the subject is an identifier, not a name.
 *
 * @param fingerprint SHA-256 of the certificate, in hexadecimal
 */
@Embeddable
public record CardIdentity(String issuer, String serial, String subject, String fingerprint, Instant validUntil) {
    /** The identity that a certificate gives. */
    public static CardIdentity of(X509Certificate certificate) {
        try {
            return new CardIdentity(
                    certificate.getIssuerX500Principal().getName(),
                    certificate.getSerialNumber().toString(16),
                    certificate.getSubjectX500Principal().getName(),
                    Sha256.hex(certificate.getEncoded()),
                    certificate.getNotAfter().toInstant());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("A certificate that was read can be written", e);
        }
    }
}

package jp.yakuba.account.model;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.ASN1OctetString;

/**
 * The check of a card's certificate (電子証明書の検証): who issued it, of which kind it is, whether it is in its span, and
 * whether it was revoked. The order of the questions is that of the clearest answer to the person in front.
 *
 * @param kind which certificate of the card is wanted
 * @param authorities certificates of the authorities that issue this kind
 * @param lists their revocation lists, as far as they are at hand
 */
public record CertificateCheck(
        CertificateKind kind, List<X509Certificate> authorities, List<RevocationList> lists) {
    private static final Set<String> ALGORITHMS = Set.of("1.2.840.113549.1.1.11");
    private static final int SHORTEST_KEY = 2048;

    public CertificateCheck {
        authorities = List.copyOf(authorities);
        lists = List.copyOf(lists);
    }

    /** The verdict on the certificate at the moment. */
    public CertificateVerdict judge(X509Certificate certificate, Instant now) {
        var issuer = issuerOf(certificate);
        if (issuer == null || !standsAt(issuer, now)) {
            return CertificateVerdict.UNKNOWN_ISSUER;
        }
        if (!isOfKind(certificate)) {
            return CertificateVerdict.WRONG_KIND;
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            return CertificateVerdict.NOT_YET_VALID;
        }
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            return CertificateVerdict.EXPIRED;
        }
        var list = listFor(certificate, now);
        if (list == null) {
            return CertificateVerdict.NOT_CHECKED;
        }
        return list.names(certificate) ? CertificateVerdict.REVOKED : CertificateVerdict.VALID;
    }

    /** The fresh revocation list of the certificate's issuer; null if none is at hand. */
    public RevocationList listFor(X509Certificate certificate, Instant now) {
        var issuer = issuerOf(certificate);
        return lists.stream().filter(list -> issuer != null && list.answersFor(issuer, now)).findFirst().orElse(null);
    }

    private X509Certificate issuerOf(X509Certificate certificate) {
        return authorities.stream()
                .filter(authority -> authority.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()))
                .filter(authority -> authority.getBasicConstraints() >= 0)
                .filter(authority -> signed(authority, certificate))
                .findFirst()
                .orElse(null);
    }

    private static boolean standsAt(X509Certificate authority, Instant now) {
        return !now.isBefore(authority.getNotBefore().toInstant()) && !now.isAfter(authority.getNotAfter().toInstant());
    }

    private static boolean signed(X509Certificate authority, X509Certificate certificate) {
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean isOfKind(X509Certificate certificate) {
        return kind.isNamedBy(policiesOf(certificate))
                && kind.fitsUsage(certificate.getKeyUsage())
                && certificate.getBasicConstraints() < 0
                && ALGORITHMS.contains(certificate.getSigAlgOID())
                && certificate.getPublicKey() instanceof java.security.interfaces.RSAPublicKey key
                && key.getModulus().bitLength() >= SHORTEST_KEY;
    }

    private static Set<String> policiesOf(X509Certificate certificate) {
        var extension = certificate.getExtensionValue(Extension.certificatePolicies.getId());
        if (extension == null) {
            return Set.of();
        }
        try {
            var policies = CertificatePolicies.getInstance(ASN1OctetString.getInstance(extension).getOctets());
            return List.of(policies.getPolicyInformation()).stream()
                    .map(PolicyInformation::getPolicyIdentifier)
                    .map(Object::toString)
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException unreadable) {
            return Set.of();
        }
    }
}

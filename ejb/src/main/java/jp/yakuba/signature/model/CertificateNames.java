package jp.yakuba.signature.model;

import java.security.cert.X509Certificate;
import java.util.Map;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;
import jp.yakuba.signature.api.Signer;

/** Names in certificates, read for people and for comparing. */
public final class CertificateNames {
    private static final int HEX = 16;
    private static final String ORGANIZATION = "2.5.4.97";

    private CertificateNames() {}

    /** Whose certificate it is. */
    public static Signer signer(X509Certificate certificate) {
        return new Signer(shortName(certificate.getSubjectX500Principal().getName()), shortName(certificate.getIssuerX500Principal().getName()),
                certificate.getSerialNumber().toString(HEX), organization(certificate), certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /** The organizationIdentifier; null if none stands in it, or more than one. */
    private static String organization(X509Certificate certificate) {
        try {
            var named = certificate.getSubjectX500Principal().getName(X500Principal.RFC1779, Map.of(ORGANIZATION, "organizationIdentifier"));
            var found = new LdapName(named).getRdns().stream()
                    .filter(part -> part.getType().equalsIgnoreCase("organizationIdentifier"))
                    .map(part -> String.valueOf(part.getValue()))
                    .toList();
            return found.size() == 1 ? found.get(0) : null;
        } catch (InvalidNameException unusual) {
            return null;
        }
    }

    /** The common name, else the unit or body named; the whole name if none of them stands in it. */
    public static String shortName(String distinguished) {
        try {
            var parts = new LdapName(distinguished).getRdns();
            for (var kind : new String[] {"CN", "OU", "O"}) {
                for (int last = parts.size() - 1; last >= 0; last--) {
                    if (parts.get(last).getType().equalsIgnoreCase(kind)) {
                        return String.valueOf(parts.get(last).getValue());
                    }
                }
            }
            return distinguished;
        } catch (InvalidNameException unusual) {
            return distinguished;
        }
    }
}

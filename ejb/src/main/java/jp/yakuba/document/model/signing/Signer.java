package jp.yakuba.document.model.signing;

import java.security.cert.X509Certificate;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/** Whose certificate signs, as far as people need it. */
public record Signer(String name, String issuer, String serial) {
    private static final int HEX = 16;

    /** Read from the certificate. */
    public static Signer of(X509Certificate certificate) {
        return new Signer(shortName(certificate.getSubjectX500Principal().getName()), shortName(certificate.getIssuerX500Principal().getName()),
                certificate.getSerialNumber().toString(HEX));
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

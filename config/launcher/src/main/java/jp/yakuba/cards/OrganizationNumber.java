package jp.yakuba.cards;

import java.security.cert.X509Certificate;
import java.util.Map;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.security.auth.x500.X500Principal;

/** The identifier of an office in a certificate (organizationIdentifier): {@code LG:JP-} and the code of the municipality. */
final class OrganizationNumber {
    /** Its name in X.520. */
    static final String OID = "2.5.4.97";

    private OrganizationNumber() {}

    static String of(String code) {
        return "LG:JP-" + code;
    }

    /** True if the certificate says that it is of that municipality. */
    static boolean stands(X509Certificate certificate, String code) {
        var subject = certificate.getSubjectX500Principal().getName(X500Principal.RFC2253, Map.of(OID, "organizationIdentifier"));
        try {
            return new LdapName(subject).getRdns().stream()
                    .anyMatch(part -> part.getType().equals("organizationIdentifier") && of(code).equals(part.getValue()));
        } catch (InvalidNameException unreadable) {
            return false;
        }
    }
}

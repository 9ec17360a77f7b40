package jp.yakuba.exchange.model;

import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * The office that a certificate names: organizationIdentifier (X.520, 2.5.4.97) with the value {@code LG:JP-} and the code of the
 * municipality (全国地方公共団体コード).
 *
 * @param code six digits
 */
public record OrganisationName(String code) {
    private static final String ATTRIBUTE = "organizationIdentifier";
    private static final Map<String, String> NAMES = Map.of("2.5.4.97", ATTRIBUTE);
    private static final Pattern OFFICE = Pattern.compile("LG:JP-([0-9]{6})");

    /** The one office that the certificate names; empty if it names none or several. */
    public static Optional<OrganisationName> of(X509Certificate certificate) {
        try {
            var named = new LdapName(certificate.getSubjectX500Principal().getName("RFC2253", NAMES)).getRdns().stream()
                    .flatMap(OrganisationName::values)
                    .toList();
            var office = named.size() == 1 ? OFFICE.matcher(named.get(0)) : null;
            return office != null && office.matches() ? Optional.of(new OrganisationName(office.group(1))) : Optional.empty();
        } catch (InvalidNameException unreadable) {
            return Optional.empty();
        }
    }

    private static java.util.stream.Stream<String> values(Rdn part) {
        var value = part.toAttributes().get(ATTRIBUTE);
        return value == null ? java.util.stream.Stream.empty() : java.util.stream.Stream.of(textOf(value));
    }

    private static String textOf(javax.naming.directory.Attribute value) {
        try {
            return value.size() == 1 ? String.valueOf(value.get()) : "";
        } catch (javax.naming.NamingException unreadable) {
            return "";
        }
    }
}

package jp.yakuba.account.model;

import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.OtherName;

/**
 * The four facts (基本4情報) that a signature certificate names its person by, read from subjectAltName.
 *
 * @param birthDate null where the certificate says that it is not known
 * @param sex 1 male, 2 female, 9 other or unknown
 */
public record CardFacts(String name, LocalDate birthDate, String sex, String address) {
    private static final String ARC = "1.2.392.200149.8.5.5.";
    private static final String NAME = ARC + "1";
    private static final String SEX = ARC + "3";
    private static final String BIRTH_DATE = ARC + "4";
    private static final String ADDRESS = ARC + "5";
    private static final int UNKNOWN_ERA = 0;
    private static final int LATEST_ERA = 5;

    /** The facts of the certificate; empty if one is missing or cannot be read. */
    public static Optional<CardFacts> of(X509Certificate certificate) {
        try {
            var values = otherNames(certificate);
            var name = values.get(NAME);
            var sex = values.get(SEX);
            var birth = values.get(BIRTH_DATE);
            var address = values.get(ADDRESS);
            if (name == null || sex == null || birth == null || address == null) {
                return Optional.empty();
            }
            return Optional.of(new CardFacts(name, birthDate(birth), "1".equals(sex) || "2".equals(sex) ? sex : "9", address));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Era digit (1 明治 to 5 令和, 0 unknown) and the Gregorian date; a date that does not exist is unknown. */
    static LocalDate birthDate(String value) {
        if (!value.matches("[0-9]{9}")) {
            throw new IllegalArgumentException("A birth date has nine digits");
        }
        int era = value.charAt(0) - '0';
        if (era > LATEST_ERA) {
            throw new IllegalArgumentException("No such era");
        }
        if (era == UNKNOWN_ERA || value.endsWith("00")) {
            return null;
        }
        return LocalDate.parse(value.substring(1), DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static Map<String, String> otherNames(X509Certificate certificate) {
        var values = new HashMap<String, String>();
        var extension = certificate.getExtensionValue(Extension.subjectAlternativeName.getId());
        if (extension == null) {
            return values;
        }
        for (var name : GeneralNames.getInstance(ASN1OctetString.getInstance(extension).getOctets()).getNames()) {
            if (name.getTagNo() == GeneralName.otherName) {
                var other = OtherName.getInstance(name.getName());
                if (other.getValue() instanceof ASN1String text) {
                    values.put(other.getTypeID().getId(), text.getString());
                }
            }
        }
        return values;
    }

    @Override
    public String toString() {
        return "CardFacts[]";
    }
}

package jp.yakuba.cards;

import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** The shape that a real card's certificates have: their object identifiers and how the four facts stand in them. */
final class CardShape {
    static final String SIGN_IN_POLICY = "1.2.392.200149.8.5.1.3.30";
    static final String SIGNATURE_POLICY = "1.2.392.200149.8.5.1.0.20";

    private static final String FACTS = "1.2.392.200149.8.5.5.";
    private static final int MEIJI = -1;

    private CardShape() {}

    /** Name, sex, birth date and address as otherNames of subjectAltName. */
    static GeneralNames facts(CardOwner owner) {
        var all = List.of(
                otherName(FACTS + "1", owner.name()),
                otherName(FACTS + "2", "0".repeat(owner.name().codePointCount(0, owner.name().length()))),
                otherName(FACTS + "3", owner.sex()),
                otherName(FACTS + "4", birthDate(owner)),
                otherName(FACTS + "5", owner.address()),
                otherName(FACTS + "6", "0".repeat(owner.address().codePointCount(0, owner.address().length()))));
        return new GeneralNames(all.toArray(GeneralName[]::new));
    }

    /** A digit for the era (1 明治 to 5 令和), then the Gregorian date. */
    static String birthDate(CardOwner owner) {
        int era = JapaneseDate.from(owner.birthDate()).get(ChronoField.ERA) - MEIJI + 1;
        return era + owner.birthDate().format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static GeneralName otherName(String identifier, String value) {
        return new GeneralName(GeneralName.otherName, new DERSequence(new ASN1Encodable[] {
            new ASN1ObjectIdentifier(identifier), new DERTaggedObject(true, 0, new DERUTF8String(value))}));
    }
}

package jp.yakuba.exchange.api;

import java.util.Arrays;
import java.util.Optional;

/** Why a letter is refused (否認理由); the code stands in the refusal and never changes. */
public enum ExchangeFault {
    /** No zip file, cut off, or of a kind of zip that is not taken. */
    CONTAINER_UNREADABLE("container-unreadable"),
    /** Two readers could see two things: headers that differ, entries that overlap, bytes between or around them. */
    CONTAINER_AMBIGUOUS("container-ambiguous"),
    CONTAINER_ENCRYPTED("container-encrypted"),
    /** It does not begin with the right media type. */
    CONTAINER_TYPE("container-type"),
    /** Larger than is taken, or more than was declared. */
    TOO_LARGE("too-large"),
    TOO_MANY_PARTS("too-many-parts"),
    /** So little holds so much that it is no letter. */
    PACKED_TOO_TIGHT("packed-too-tight"),
    /** A name that leads out of the container, or that a file must not have. */
    NAME_FORBIDDEN("name-forbidden"),
    /** Two files of one name, or of names that some machines take for one. */
    NAME_TWICE("name-twice"),

    HEAD_MISSING("head-missing"),
    HEAD_TOO_LARGE("head-too-large"),
    /** No XML, or XML that declares types or entities. */
    HEAD_UNREADABLE("head-unreadable"),
    /** Not of the form, or a field out of its rule. */
    HEAD_INVALID("head-invalid"),
    SENDER_WRONG("sender-wrong"),
    RECIPIENT_WRONG("recipient-wrong"),

    /** None, or more than one. */
    DOCUMENT_NOT_ONE("document-not-one"),
    /** The document is itself a container, or not what it says. */
    DOCUMENT_TYPE("document-type"),
    PART_MISSING("part-missing"),
    /** A file of which the head knows nothing. */
    PART_UNKNOWN("part-unknown"),
    /** Size or digest is not that in the head. */
    PART_CHANGED("part-changed"),
    /** A file of a type that the recipient does not take, or that pretends to be another. */
    PART_TYPE("part-type"),
    VIRUS_FOUND("virus-found"),
    MANIFEST_WRONG("manifest-wrong"),

    SIGNATURE_MISSING("signature-missing"),
    SIGNATURE_NOT_ONE("signature-not-one"),
    SIGNATURE_UNREADABLE("signature-unreadable"),
    /** Something stands where what was signed should stand. */
    SIGNATURE_WRAPPED("signature-wrapped"),
    /** A transformation, or an address outside of the container. */
    SIGNATURE_REFERENCE("signature-reference"),
    /** A file that nobody signed. */
    PART_UNSIGNED("part-unsigned"),
    /** Not what was signed, or not signed with the key of the certificate. */
    SIGNATURE_CHANGED("signature-changed"),
    ALGORITHM_WEAK("algorithm-weak"),
    KEY_WEAK("key-weak"),
    /** The signature does not hold for another reason; the detail says which. */
    SIGNATURE_INVALID("signature-invalid"),

    CERTIFICATE_EXPIRED("certificate-expired"),
    CERTIFICATE_NOT_YET("certificate-not-yet-valid"),
    CERTIFICATE_REVOKED("certificate-revoked"),
    /** No authority at hand stands behind it. */
    CERTIFICATE_UNKNOWN("certificate-unknown"),
    /** Nothing at hand says whether it was revoked. */
    CERTIFICATE_UNCHECKED("certificate-unchecked"),
    /** Not one that signs documents. */
    CERTIFICATE_USE("certificate-use"),
    /** Of another office than the sender. */
    CERTIFICATE_OFFICE("certificate-of-another-office"),
    SIGNED_IN_FUTURE("signed-in-the-future"),
    STAMP_BROKEN("time-stamp-broken"),
    STAMP_UNKNOWN("time-stamp-unknown"),
    STAMP_IN_FUTURE("time-stamp-in-the-future"),

    /** A service without its part, or a part without a service. */
    SERVICE_PART("service-part-not-one"),
    /** The sender has no right to the service here. */
    SERVICE_NOT_ALLOWED("service-not-allowed"),
    /** This office does not offer the service. */
    SERVICE_NOT_OFFERED("service-not-offered"),
    /** This office offers the service, but does not know this version of its form. */
    SERVICE_VERSION("service-version-unknown"),
    /** The part is not of the form of the service. */
    SERVICE_INVALID("service-invalid"),
    /** It answers what this office never asked of the sender. */
    SERVICE_UNASKED("service-unasked"),

    /** A receipt or refusal that is not of the form. */
    ANSWER_INVALID("answer-invalid"),
    /** A receipt or refusal of another letter. */
    ANSWER_OTHER("answer-to-another-letter");

    private final String code;

    ExchangeFault(String code) {
        this.code = code;
    }

    /** The word that travels. */
    public String code() {
        return code;
    }

    /** The fault of a code; none if there is no such. */
    public static Optional<ExchangeFault> of(String code) {
        return Arrays.stream(values()).filter(fault -> fault.code.equals(code)).findFirst();
    }
}

package jp.yakuba.audit.api;

import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;

/**
 * What an audit row says beside who, when and from where.
 *
 * @param deed dotted name of the deed, such as {@code resident.view} or {@code application.submit}
 * @param personId the ledger person concerned; null if none or not known
 * @param objectType kind of thing touched, such as {@code application}
 * @param objectId its id
 * @param reason why, in words or a problem code; never personal data beyond the ids
 */
public record AuditNote(String deed, UUID personId, String objectType, String objectId, String reason) {
    /** A note about one person of the ledger. */
    public static AuditNote ofPerson(String deed, UUID personId, String reason) {
        return new AuditNote(deed, personId, "person", words(personId), reason);
    }

    /** The parts that there are, a space between any two; null if there are none, for an id or reason that is not known. */
    public static String words(Object... parts) {
        var known = Arrays.stream(parts).filter(Objects::nonNull).map(Object::toString).filter(word -> !word.isBlank()).toList();
        return known.isEmpty() ? null : String.join(" ", known);
    }
}

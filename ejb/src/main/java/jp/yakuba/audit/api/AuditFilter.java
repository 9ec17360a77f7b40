package jp.yakuba.audit.api;

import java.time.Instant;
import java.util.UUID;

/**
 * Which audit entries are wanted; a null condition means any.
 *
 * @param personId the ledger person concerned
 * @param actorId the account or member of staff who acted
 * @param objectId id of the thing touched
 * @param kind look, change or refusal
 * @param deed beginning of the deed's dotted name, such as {@code resident.}
 * @param from first moment
 * @param until first moment no longer
 */
public record AuditFilter(
        UUID personId, UUID actorId, String objectId, AuditKind kind, String deed, Instant from, Instant until) {

    /** Everything about one person. */
    public static AuditFilter ofPerson(UUID personId) {
        return new AuditFilter(personId, null, null, null, null, null, null);
    }

    /** Everything one actor did. */
    public static AuditFilter ofActor(UUID actorId) {
        return new AuditFilter(null, actorId, null, null, null, null, null);
    }

    /** Everything in a period. */
    public static AuditFilter between(Instant from, Instant until) {
        return new AuditFilter(null, null, null, null, null, from, until);
    }
}

package jp.yakuba.audit.api;

import java.time.Instant;
import java.util.UUID;

/**
 * An audit entry as it is listed.
 *
 * @param id of the entry
 * @param at when it happened
 * @param kind look, change or refusal
 * @param deed dotted name of the deed
 * @param actorKind sort of actor, as in {@link jp.yakuba.kernel.Actor.Kind}
 * @param actorId account or member of staff; null for others
 * @param actorName the name shown for the actor
 * @param post the post through which a member of staff acted
 * @param section the section of that post
 * @param origin network address, queue or timer
 * @param requestId joins the entry with log lines of the same request
 * @param personId ledger person concerned
 * @param objectType kind of thing touched
 * @param objectId its id
 * @param reason why
 * @param sequence its number in the chain; null while it waits for the sealer
 */
public record AuditLine(
        UUID id,
        Instant at,
        AuditKind kind,
        String deed,
        String actorKind,
        UUID actorId,
        String actorName,
        String post,
        String section,
        String origin,
        String requestId,
        UUID personId,
        String objectType,
        String objectId,
        String reason,
        Long sequence) {}

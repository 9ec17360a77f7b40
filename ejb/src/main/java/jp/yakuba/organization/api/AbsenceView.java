package jp.yakuba.organization.api;

import java.time.Instant;
import java.util.UUID;

/**
 * An absence as its person and the personnel section see it.
 *
 * @param id of the absence
 * @param staffId who is away
 * @param name the name
 * @param kind why
 * @param from first moment away
 * @param until first moment back
 * @param note words about it; null if none
 * @param enteredBy who wrote it down
 */
public record AbsenceView(
        UUID id, UUID staffId, String name, AbsenceKind kind, Instant from, Instant until, String note, String enteredBy) {}

package jp.yakuba.organization.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * Write down an absence.
 *
 * @param staffId who will be away
 * @param kind why
 * @param from first moment away, office time
 * @param until first moment back, office time
 * @param note words about it; null if none
 */
public record EnterAbsence(
        @NotNull UUID staffId,
        @NotNull AbsenceKind kind,
        @NotNull LocalDateTime from,
        @NotNull LocalDateTime until,
        @Size(max = 200) String note) {}

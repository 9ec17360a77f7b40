package jp.yakuba.document.api;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Stops the end of a file or of a single record.
 *
 * @param dossierId the file; null if a record is named
 * @param recordId the record; null if a file is named
 * @param ground why
 * @param reference number of the request, audit or suit; null if it has none
 * @param reason why, in words
 * @param from the day from which it holds: today or before
 */
public record PlaceHold(
        UUID dossierId, UUID recordId, @NotNull HoldGround ground, String reference, String reason, @NotNull LocalDate from) {

    /** A hold on a whole file. */
    public static PlaceHold onDossier(UUID dossierId, HoldGround ground, String reference, String reason, LocalDate from) {
        return new PlaceHold(dossierId, null, ground, reference, reason, from);
    }

    /** A hold on one record. */
    public static PlaceHold onRecord(UUID recordId, HoldGround ground, String reference, String reason, LocalDate from) {
        return new PlaceHold(null, recordId, ground, reference, reason, from);
    }
}

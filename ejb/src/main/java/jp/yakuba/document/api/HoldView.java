package jp.yakuba.document.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * A hold (廃棄の停止) as people see it.
 *
 * @param id its id
 * @param dossierId the held file; for a held record the file it lies in, null if it lies in none
 * @param dossierCode code of that file
 * @param dossierTitle name of that file
 * @param recordId the held record; null if the whole file is held
 * @param recordNumber number of the held record
 * @param section section whose records are held
 * @param ground why
 * @param reference number of the request, audit or suit; null if none
 * @param reason why, in words
 * @param from the day from which it holds
 * @param placedBy who placed it
 * @param placedAt when
 * @param liftedBy who lifted it; null while it stands
 * @param liftedAt when; null while it stands
 * @param liftReason why it was lifted; null while it stands
 */
public record HoldView(
        UUID id,
        UUID dossierId,
        String dossierCode,
        String dossierTitle,
        UUID recordId,
        String recordNumber,
        String section,
        HoldGround ground,
        String reference,
        String reason,
        LocalDate from,
        String placedBy,
        Instant placedAt,
        String liftedBy,
        Instant liftedAt,
        String liftReason) {

    /** Words that people wrote in it. */
    public List<String> words() {
        return Arrays.asList(reference, reason, liftReason);
    }

    /** The hold with other words in it, taken in the order of its words. */
    public HoldView withWords(Iterator<String> words) {
        return new HoldView(id, dossierId, dossierCode, dossierTitle, recordId, recordNumber, section, ground, words.next(), words.next(), from,
                placedBy, placedAt, liftedBy, liftedAt, words.next());
    }

    /** True while it stands. */
    public boolean stands() {
        return liftedAt == null;
    }
}

package jp.yakuba.document.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * A record as a line of a register.
 *
 * @param section section in whose register its number stands
 * @param holder section that has it now
 * @param party sender or recipient
 * @param arrivedAt moment of arrival; null for what did not come in
 * @param senderNumber the sender's own number; null if none
 * @param staffName who was given it; null if nobody
 * @param dossierCode code of the file it lies in; null if in none
 * @param files how many files it has
 */
public record RecordLine(
        UUID id,
        String direction,
        String section,
        String holder,
        int fiscalYear,
        long sequence,
        String number,
        String title,
        String party,
        Instant arrivedAt,
        Instant recordedAt,
        String senderNumber,
        RecordState state,
        boolean confidential,
        String staffName,
        UUID dossierId,
        String dossierCode,
        String dossierTitle,
        long files) {
    /** Words that people wrote: title, party and the sender's number. */
    public List<String> words() {
        return Arrays.asList(title, party, senderNumber);
    }

    /** The line with other words in it, taken in the order of its words. */
    public RecordLine withWords(Iterator<String> words) {
        return new RecordLine(id, direction, section, holder, fiscalYear, sequence, number, words.next(), words.next(), arrivedAt,
                recordedAt, words.next(), state, confidential, staffName, dossierId, dossierCode, dossierTitle, files);
    }
}

package jp.yakuba.document.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * A protocol of disposal (廃棄記録): what went, why, when and by whose hands; never what stood in it.
 *
 * @param id its id
 * @param number its number
 * @param transfer true if the archive has it, false if it was destroyed
 * @param disposalId the list under which it went
 * @param dossierId the file that went
 * @param section section that kept it
 * @param dossierYear year of the plan it was opened for
 * @param dossierCode its code
 * @param dossierTitle its name
 * @param classNames names of its classes, from the largest
 * @param retention how long it was kept
 * @param ground the article that set that
 * @param keptFrom first day of its period
 * @param keptUntil last day of its period
 * @param records how many records went
 * @param files how many files they had
 * @param bytes how large those were
 * @param reason why it went
 * @param hands who checked, reviewed, appraised and confirmed it
 * @param receipt the archive's receipt; null for what was destroyed
 * @param endedOn the day
 * @param endedAt the moment
 * @param digest SHA-256 over all of this, as it stands in the history of the file
 */
public record ProtocolView(
        UUID id,
        String number,
        boolean transfer,
        UUID disposalId,
        UUID dossierId,
        String section,
        int dossierYear,
        String dossierCode,
        String dossierTitle,
        String classNames,
        RetentionClass retention,
        String ground,
        LocalDate keptFrom,
        LocalDate keptUntil,
        int records,
        int files,
        long bytes,
        String reason,
        List<String> hands,
        String receipt,
        LocalDate endedOn,
        Instant endedAt,
        String digest) {
    /** Words that people wrote in it. */
    public List<String> words() {
        return Arrays.asList(reason, receipt);
    }

    /** The protocol with other words in it, taken in the order of its words. */
    public ProtocolView withWords(Iterator<String> words) {
        return new ProtocolView(id, number, transfer, disposalId, dossierId, section, dossierYear, dossierCode, dossierTitle, classNames, retention,
                ground, keptFrom, keptUntil, records, files, bytes, words.next(), hands, words.next(), endedOn, endedAt, digest);
    }
}

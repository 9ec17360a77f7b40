package jp.yakuba.document.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Everything about a record on one page.
 *
 * @param line its line of the register
 * @param version of its life; whoever acts names the one seen
 * @param causeType what it came from
 * @param causeId id of the cause
 * @param completedOn day on which it was done with; null while it is not
 * @param letter what only letters have; null for others
 * @param files its files in order
 * @param dossier the file of the plan it lies in; null if in none
 * @param readers named readers; of a confidential record nobody else
 * @param circulations its circulations (供覧), latest first
 * @param history what happened, from the first step
 * @param broken the first step that does not hold; null if all do
 * @param kin records it answers and that answer it
 * @param rights what the actor may do with it
 */
public record RecordSheet(
        RecordLine line,
        long version,
        String causeType,
        UUID causeId,
        LocalDate completedOn,
        Letter letter,
        List<File> files,
        DossierView dossier,
        List<Reader> readers,
        List<CirculationView> circulations,
        List<RecordEventLine> history,
        HistoryBreak broken,
        List<RecordLine> kin,
        Rights rights) {

    /** The way a letter came, its sender's number and date, and a note. */
    public record Letter(LetterChannel channel, String senderNumber, LocalDate senderDate, String note) {}

    /**
     * A file of the record.
     *
     * @param rendition state of the PDF/A beside it: {@code WAITING}, {@code MADE}, {@code IMPOSSIBLE}; null if none is wanted
     * @param reason why there is none
     */
    public record File(
            int position, String name, String mediaType, long size, String sha256, String rendition, String reason,
            String renditionSha256) {}

    /** A named reader. */
    public record Reader(UUID staffId, String name, Instant since) {}

    /**
     * What the actor may do.
     *
     * @param work with it, as a member of the section that has it
     * @param keep distribute, give back, send on: as its records officer
     */
    public record Rights(boolean work, boolean keep) {}
}

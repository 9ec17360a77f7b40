package jp.yakuba.document.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
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

    /** Words that people wrote, on its line, its letter, its files, in circulations, history and on the lines of its kin. */
    public List<String> words() {
        var words = new ArrayList<>(line.words());
        words.add(letter == null ? null : letter.note());
        files.forEach(file -> words.add(file.name()));
        circulations.forEach(round -> words.addAll(round.words()));
        history.forEach(step -> words.addAll(step.facts().values()));
        kin.forEach(one -> words.addAll(one.words()));
        return words;
    }

    /** The page with other words in it, taken in the order of its words. */
    public RecordSheet withWords(Iterator<String> words) {
        var own = line.withWords(words);
        var note = words.next();
        return new RecordSheet(own, version, causeType, causeId, completedOn,
                letter == null ? null : new Letter(letter.channel(), own.senderNumber(), letter.senderDate(), note),
                files.stream().map(file -> file.withName(words.next())).toList(), dossier, readers,
                circulations.stream().map(round -> round.withWords(words)).toList(),
                history.stream().map(step -> step.withFacts(words)).toList(), broken,
                kin.stream().map(one -> one.withWords(words)).toList(), rights);
    }

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
            String renditionSha256) {
        File withName(String other) {
            return new File(position, other, mediaType, size, sha256, rendition, reason, renditionSha256);
        }
    }

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

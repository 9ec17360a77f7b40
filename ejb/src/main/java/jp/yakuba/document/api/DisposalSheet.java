package jp.yakuba.document.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * A list of disposal whole.
 *
 * @param line its line
 * @param version changes with every deed; whoever acts names the one seen
 * @param hands who has acted at which step
 * @param remark why it was given back or called off last; null if never
 * @param items its files in the order of their codes
 * @param history every deed on it, from the first
 * @param rights what the reader may do with it now
 */
public record DisposalSheet(
        DisposalLine line, long version, List<Hand> hands, String remark, List<Item> items, List<RecordEventLine> history, Rights rights) {

    /** Words that people wrote in it. */
    public List<String> words() {
        var words = new ArrayList<String>();
        words.add(remark);
        items.forEach(item -> words.addAll(item.words()));
        history.forEach(step -> words.addAll(step.facts().values()));
        return words;
    }

    /** The list with other words in it, taken in the order of its words. */
    public DisposalSheet withWords(Iterator<String> words) {
        return new DisposalSheet(line, version, hands, words.next(), items.stream().map(item -> item.withWords(words)).toList(),
                history.stream().map(step -> step.withFacts(words)).toList(), rights);
    }

    /** Who passed the list on at a step, and when. */
    public record Hand(DisposalState step, String name, Instant at) {}

    /**
     * A file on the list.
     *
     * @param verdict what the section proposes; null before
     * @param verdictReason why; null if nothing was said
     * @param years by how many years it is to be kept longer; null if it is not
     * @param choice what the archivist chose; null before
     * @param choiceReason why; null if nothing was said
     * @param state what has become of it
     * @param endedReason why it was taken off; null if it was not
     * @param held true while it or a record in it is held
     * @param over true if it is closed and its period is over, so that it can go
     * @param records how many records lie in it
     * @param protocolId the protocol under which it went; null before
     * @param protocolNumber number of that protocol
     */
    public record Item(
            UUID dossierId,
            int fiscalYear,
            String code,
            String title,
            RetentionClass retention,
            LocalDate keptUntil,
            DisposalVerdict verdict,
            String verdictReason,
            Integer years,
            ArchiveChoice choice,
            String choiceReason,
            DisposalItemState state,
            String endedReason,
            boolean held,
            boolean over,
            long records,
            UUID protocolId,
            String protocolNumber) {

        /** Words that people wrote about it. */
        public List<String> words() {
            return Arrays.asList(verdictReason, choiceReason, endedReason);
        }

        /** The file with other words about it, taken in the order of its words. */
        public Item withWords(Iterator<String> words) {
            return new Item(dossierId, fiscalYear, code, title, retention, keptUntil, verdict, words.next(), years, choice, words.next(), state,
                    words.next(), held, over, records, protocolId, protocolNumber);
        }

        /** True if the archive keeps it. */
        public boolean stays() {
            return verdict != DisposalVerdict.EXTEND && choice == ArchiveChoice.KEEP;
        }
    }

    /**
     * What the reader may do.
     *
     * @param act the step is the reader's: pass it on, give it back
     * @param callOff call it or a file of it off
     * @param archive make the package of a file and note its receipt
     */
    public record Rights(boolean act, boolean callOff, boolean archive) {}
}

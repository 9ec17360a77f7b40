package jp.yakuba.document.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * A circulation (供覧): who is to read a record, and who has.
 *
 * @param completes true if the record is done with when the last has read
 * @param finishedAt when the last had read; null before
 */
public record CirculationView(
        UUID id,
        UUID recordId,
        String startedBy,
        Instant startedAt,
        String note,
        LocalDate dueOn,
        boolean completes,
        Instant finishedAt,
        List<Reading> readers) {

    /** One of its readers; readAt and comment are null until read. */
    public record Reading(UUID staffId, String name, String section, Instant readAt, String comment) {}

    /** Words that people wrote: the note, and the comment of each reader. */
    public List<String> words() {
        var words = new ArrayList<String>();
        words.add(note);
        readers.forEach(one -> words.add(one.comment()));
        return words;
    }

    /** The circulation with other words in it, taken in the order of its words. */
    public CirculationView withWords(Iterator<String> words) {
        return new CirculationView(id, recordId, startedBy, startedAt, words.next(), dueOn, completes, finishedAt, readers.stream()
                .map(one -> new Reading(one.staffId(), one.name(), one.section(), one.readAt(), words.next())).toList());
    }

    /** How many have read. */
    public long done() {
        return readers.stream().filter(reader -> reader.readAt() != null).count();
    }
}

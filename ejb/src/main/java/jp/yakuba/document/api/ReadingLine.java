package jp.yakuba.document.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** A record that somebody was asked to read (供覧), as a line of the own list; readAt is null until read. */
public record ReadingLine(
        UUID circulationId,
        UUID recordId,
        String number,
        String title,
        String party,
        String startedBy,
        Instant startedAt,
        String note,
        LocalDate dueOn,
        Instant readAt) {
    /** Words that people wrote: title, party and note. */
    public List<String> words() {
        return Arrays.asList(title, party, note);
    }

    /** The line with other words in it, taken in the order of its words. */
    public ReadingLine withWords(Iterator<String> words) {
        return new ReadingLine(circulationId, recordId, number, words.next(), words.next(), startedBy, startedAt, words.next(),
                dueOn, readAt);
    }
}

package jp.yakuba.document.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/**
 * A number of a register: used by a record, taken ahead, missing with its reason (欠番), or a gap that nobody explained.
 *
 * @param id of the taking; null for a number that was not taken ahead
 * @param title title of the record, or what it was taken for
 * @param state USED, TAKEN, MISSING or GAP
 */
public record NumberLine(
        UUID id, NumberSeries series, String section, int year, long sequence, int branch, String number, String title, String state,
        String reason, UUID recordId, String by, Instant at) {
    /** Words that people wrote on it. */
    public List<String> words() {
        return Arrays.asList(title, reason);
    }

    /** The line with other words on it, taken in the order of its words. */
    public NumberLine withWords(Iterator<String> words) {
        return new NumberLine(id, series, section, year, sequence, branch, number, words.next(), state, words.next(), recordId, by, at);
    }
}

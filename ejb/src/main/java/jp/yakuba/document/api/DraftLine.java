package jp.yakuba.document.api;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** A draft as a line of a list; number is that of its record once it is decided. */
public record DraftLine(
        UUID id, String section, String title, DraftState state, int versions, String drafter, Instant changedAt, String number,
        boolean confidential) {
    /** Words that people wrote on it. */
    public List<String> words() {
        return List.of(title);
    }

    /** The line with other words on it, taken in the order of its words. */
    public DraftLine withWords(Iterator<String> words) {
        return new DraftLine(id, section, words.next(), state, versions, drafter, changedAt, number, confidential);
    }
}

package jp.yakuba.document.api;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** A line of the seal register (公印使用簿). */
public record SealLine(UUID recordId, String number, String title, String seal, int copies, String section, String by, Instant at) {
    /** Words that people wrote on it. */
    public List<String> words() {
        return List.of(title);
    }

    /** The line with other words on it, taken in the order of its words. */
    public SealLine withWords(Iterator<String> words) {
        return new SealLine(recordId, number, words.next(), seal, copies, section, by, at);
    }
}

package jp.yakuba.document.api;

import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** A line of the seal register (公印使用簿); record and title are null where it is a confidential one that the reader may not read. */
public record SealLine(UUID recordId, String number, String title, String seal, int copies, String section, String by, Instant at) {
    /** Words that people wrote on it. */
    public List<String> words() {
        return Collections.singletonList(title);
    }

    /** The line as it is for those who may not read the record. */
    public SealLine closed() {
        return new SealLine(null, number, null, seal, copies, section, by, at);
    }

    /** The line with other words on it, taken in the order of its words. */
    public SealLine withWords(Iterator<String> words) {
        return new SealLine(recordId, number, words.next(), seal, copies, section, by, at);
    }
}

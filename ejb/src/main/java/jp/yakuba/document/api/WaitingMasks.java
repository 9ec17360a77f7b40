package jp.yakuba.document.api;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** A sheet of masks that waits for a second person: over a file of which record, for what, proposed by whom and when. */
public record WaitingMasks(
        UUID sheetId, UUID recordId, String number, String title, String purpose, String proposedBy, Instant proposedAt) {
    /** What people wrote on it. */
    public List<String> words() {
        return List.of(title, purpose);
    }

    /** The same with these words instead. */
    public WaitingMasks withWords(Iterator<String> words) {
        return new WaitingMasks(sheetId, recordId, number, words.next(), words.next(), proposedBy, proposedAt);
    }
}

package jp.yakuba.document.api;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** A line of the posting list (発送一覧); withheld is true if the ledger does not give the address to the reader (支援措置). */
public record PostingLine(
        UUID deliveryId, UUID recordId, String number, String title, String name, String postalCode, String address, boolean withheld,
        Instant at) {
    /** Words that people wrote on it; an address is asked of the ledger or hidden by whoever makes the line. */
    public List<String> words() {
        return List.of(title, name);
    }

    /** The line with other words on it, taken in the order of its words. */
    public PostingLine withWords(Iterator<String> words) {
        return new PostingLine(deliveryId, recordId, number, words.next(), words.next(), postalCode, address, withheld, at);
    }
}

package jp.yakuba.document.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** Something on the notice board (掲示), from when until which day. */
public record PostedNotice(UUID deliveryId, UUID recordId, String number, String title, Instant at, LocalDate until) {
    /** Words that people wrote on it. */
    public List<String> words() {
        return List.of(title);
    }

    /** The notice with other words on it, taken in the order of its words. */
    public PostedNotice withWords(Iterator<String> words) {
        return new PostedNotice(deliveryId, recordId, number, words.next(), at, until);
    }
}

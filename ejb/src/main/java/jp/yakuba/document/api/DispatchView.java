package jp.yakuba.document.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

/** What was sent out from a draft: its number and where it went. */
public record DispatchView(UUID recordId, String number, NumberSeries series, SealUse seal, String sentBy, Instant sentAt, List<Delivery> deliveries) {

    /** Words that people wrote in it. */
    public List<String> words() {
        return deliveries.stream().map(Delivery::name).toList();
    }

    /** The view with other words in it, taken in the order of its words. */
    public DispatchView withWords(Iterator<String> words) {
        return new DispatchView(recordId, number, series, seal, sentBy, sentAt,
                deliveries.stream().map(one -> one.withName(words.next())).toList());
    }

    /** One recipient; openedAt is when the resident opened it, null before or on other ways. */
    public record Delivery(
            UUID id, DispatchChannel channel, String name, String mail, LocalDate postedUntil, Instant orderedAt, Instant openedAt) {
        Delivery withName(String other) {
            return new Delivery(id, channel, other, mail, postedUntil, orderedAt, openedAt);
        }
    }
}

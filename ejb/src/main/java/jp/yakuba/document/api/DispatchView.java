package jp.yakuba.document.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What was sent out from a draft: its number and where it went. */
public record DispatchView(UUID recordId, String number, NumberSeries series, SealUse seal, String sentBy, Instant sentAt, List<Delivery> deliveries) {

    /** One recipient; openedAt is when the resident opened it, null before or on other ways. */
    public record Delivery(
            UUID id, DispatchChannel channel, String name, String mail, LocalDate postedUntil, Instant orderedAt, Instant openedAt) {}
}

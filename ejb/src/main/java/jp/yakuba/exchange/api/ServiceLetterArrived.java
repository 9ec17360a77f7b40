package jp.yakuba.exchange.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.kernel.DomainEvent;

/**
 * A letter of a service was entered as a record in this deed; whoever takes no part of it stops the deed, and the letter is judged again.
 *
 * @param line from whom, and where in the conversation
 * @param recordId the record it became
 * @param section section that answers for it here
 * @param number the sender's number
 * @param date the date it bears
 * @param deadline day by which an answer is wanted; null if none is
 * @param storedAt when all of it was kept here; checks may take longer, and what somebody owes is reckoned by this
 * @param content XML in the form of the service, which was found to hold
 */
public record ServiceLetterArrived(
        Line line, UUID recordId, String section, String number, String title, LocalDate date, LocalDate deadline, Instant storedAt, String service, int version,
        byte[] content) implements DomainEvent {

    /**
     * From whom it came.
     *
     * @param peer code of the office
     * @param section section there; null if none is named
     * @param replyTo our message that it answers; null if none
     */
    public record Line(String peer, String peerName, String section, UUID messageId, UUID conversation, UUID replyTo) {}
}

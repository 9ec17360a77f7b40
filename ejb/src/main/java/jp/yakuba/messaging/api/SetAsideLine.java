package jp.yakuba.messaging.api;

import java.time.Instant;
import java.util.UUID;

/**
 * An arrived message that could not be processed, as it is listed.
 *
 * @param id of the row
 * @param messageId id of the message; derived from its text if it named none
 * @param source the queue it came from
 * @param type of the message, or {@code unknown}
 * @param reason why it could not be processed
 * @param arrivedAt when it came first
 * @param lastAt when it came last
 * @param times how often it came
 * @param state {@code WAITING}, {@code SENT_AGAIN} or {@code DROPPED}
 * @param closedBy who closed it; null while it waits
 * @param closeReason why; null while it waits
 */
public record SetAsideLine(
        UUID id,
        UUID messageId,
        String source,
        String type,
        String reason,
        Instant arrivedAt,
        Instant lastAt,
        int times,
        String state,
        String closedBy,
        String closeReason) {}

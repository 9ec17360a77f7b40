package jp.yakuba.messaging.api;

import java.time.Instant;
import java.util.UUID;

/**
 * An outgoing message as it is listed; what it says is not shown.
 *
 * @param id of the message
 * @param destination the queue
 * @param subjectKey whose order it keeps
 * @param type of the message
 * @param createdAt when it was left
 * @param sentAt when a journal last got it; null if none did
 * @param doneAt when the receiver said done; null until then
 * @param attempts how often it was sent
 * @param nextAttemptAt when it is sent again if it is not done
 * @param problem what stood in the way last; null if nothing did
 * @param dropped true if an operator gave it up
 */
public record OutboxLine(
        UUID id,
        String destination,
        String subjectKey,
        String type,
        Instant createdAt,
        Instant sentAt,
        Instant doneAt,
        int attempts,
        Instant nextAttemptAt,
        String problem,
        boolean dropped) {}

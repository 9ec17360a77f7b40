package jp.yakuba.messaging.api;

import jakarta.ejb.Local;
import java.util.UUID;

/** Where arrived messages are written down, so that each works once whatever is repeated. */
@Local
public interface InboxDesk {
    /** Writes the message down inside the caller's transaction; false if it was here before: then do nothing. */
    boolean accept(UUID messageId, String source, String type);

    /** Marks the outbox row that this answer belongs to as done, inside the caller's transaction; false if unknown. */
    boolean answered(UUID outgoingMessageId);

    /** Keeps, in a transaction of its own, what could not be processed, with the reason, for an operator to see. */
    void setAside(UUID messageId, String source, String type, String body, String reason);
}

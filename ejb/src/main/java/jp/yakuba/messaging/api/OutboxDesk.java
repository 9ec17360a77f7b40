package jp.yakuba.messaging.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.util.UUID;

/** Where a deed leaves what must be told to others: the row commits or rolls back with the deed itself. */
@Local
public interface OutboxDesk {
    /** Puts a message in the outbox inside the caller's transaction and returns its id. */
    UUID leave(@Valid LeaveMessage message);
}

package jp.yakuba.messaging.api;

import jakarta.ejb.Local;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** The operator's desk for messages (連携管理): what waits, what could not be processed, send again, give up. */
@Local
public interface MessagingDesk {
    /** How much waits. */
    BacklogView backlog();

    /** Outgoing messages, latest first; {@code waitingOnly} leaves out what is done. */
    Page<OutboxLine> listOutbox(boolean waitingOnly, PageRequest request);

    /** Arrived messages that could not be processed, latest first; {@code waitingOnly} leaves out what is closed. */
    Page<SetAsideLine> listSetAside(boolean waitingOnly, PageRequest request);

    /** An outgoing message; refused if there is none. */
    OutboxLine findOutgoing(UUID messageId);

    /** A message that was set aside; refused if there is none. */
    SetAsideLine findSetAside(UUID id);

    /** The text of a message that was set aside; the look is logged, for it may name people. */
    String readSetAside(UUID id, String reason);

    /** Makes an outgoing message due at once. */
    void sendAgain(UUID messageId, String reason);

    /** Gives up an outgoing message; what waits behind it goes on. */
    void drop(UUID messageId, String reason);

    /** Puts a message that was set aside back to the queue it came from, unchanged. */
    void retrySetAside(UUID id, String reason);

    /** Gives up a message that was set aside. */
    void dropSetAside(UUID id, String reason);
}

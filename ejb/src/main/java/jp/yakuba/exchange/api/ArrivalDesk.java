package jp.yakuba.exchange.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;

/**
 * Where other offices hand in their messages (到達). The peer is the actor; it sees its own messages and no others. Whatever is
 * repeated has the effect of once.
 */
@Local
public interface ArrivalDesk {
    /** Opens a transfer, or finds the one that is open; a second announcement must be the same as the first. */
    TransferView open(@Valid OpenTransfer transfer);

    /** Keeps a piece; one that is here already is not kept again. */
    void put(UUID id, int number, byte[] content);

    /** Says that all pieces were sent; from now on the message is kept whatever happens. */
    TransferView complete(UUID id);

    /** Opens, keeps and completes a message of one piece in one deed. */
    TransferView take(@Valid OpenTransfer transfer, byte[] content);

    /** Judges a message that is kept, now instead of when its turn comes; for small ones whose sender waits for the answer. */
    TransferView judge(UUID id);

    /** How far the message is. */
    TransferView find(UUID id);

    /** The signed answer (受領通知・否認通知), the same bytes whenever it is asked; empty until the message is judged. */
    Optional<byte[]> findAnswer(UUID id);

    /** Takes the message back; refused once it is judged. */
    TransferView cancel(UUID id);
}

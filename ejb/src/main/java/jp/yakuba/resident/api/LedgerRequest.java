package jp.yakuba.resident.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A request to the ledger as its message carries it; exactly one of the three parts is there.
 *
 * @param messageId id of the message, named again in the answer as {@code inReplyTo}
 * @param causeId id of the application it comes from
 * @param moveIn a move into town (message type {@code jp.yakuba.core.ledger.move-in}, version 1)
 * @param birth a birth (message type {@code jp.yakuba.core.ledger.birth}, version 1)
 * @param withdrawal why what was entered provisionally is taken back (message type {@code jp.yakuba.core.ledger.withdraw},
 *     version 1)
 */
public record LedgerRequest(
        @NotNull UUID messageId, @NotNull UUID causeId, @Valid EnterMoveIn moveIn, @Valid EnterBirth birth, String withdrawal) {}

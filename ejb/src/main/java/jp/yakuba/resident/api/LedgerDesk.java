package jp.yakuba.resident.api;

import jakarta.ejb.Local;
import jakarta.validation.Valid;

/**
 * The ledger as a core system: takes requests that came by queue, enters them provisionally, and answers by queue.
 *
 * <p>The receiver of {@code yakuba.core.ledger.request} calls it inside the transaction in which it wrote the message
 * into the inbox; the answer leaves through the outbox to {@code yakuba.core.ledger.answer} in the same transaction.
 */
@Local
public interface LedgerDesk {
    /** Enters what the request asks and leaves the answer; a request that cannot be entered is answered as refused. */
    void take(@Valid LedgerRequest request);
}

package jp.yakuba.jmsadapters;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jp.yakuba.kernel.Role;
import jp.yakuba.messaging.api.Envelope;
import jp.yakuba.messaging.api.InboxDesk;
import jp.yakuba.resident.api.LedgerDesk;

/** Hands a request to the ledger: the inbox row, the entry and the answer's outbox row, in one transaction. */
@Stateless
@RunAs(Role.SYSTEM)
public class LedgerRegister {
    @Inject
    private InboxDesk inbox;

    @Inject
    private LedgerDesk ledger;

    /** Enters the request that came from the queue, or refuses it; a copy has no effect. */
    @RolesAllowed(Role.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void enter(String source, Envelope envelope) {
        var request = LedgerForm.read(envelope);
        if (inbox.accept(envelope.messageId(), source, envelope.type())) {
            ledger.take(request);
        }
    }
}

package jp.yakuba.messaging.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.messaging.api.InboxDesk;
import jp.yakuba.messaging.store.ArrivalStore;
import jp.yakuba.messaging.store.OutboxStore;

/** Behind the inbox. */
@Stateless
public class InboxDeskBean implements InboxDesk {
    private static final String UNREADABLE = "(nothing that can be kept as text)";

    private ArrivalStore arrivals;
    private OutboxStore outbox;
    private AuditDesk audit;
    private OfficeClock clock;
    private Event<MessageWaiting> waiting;

    protected InboxDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public InboxDeskBean(
            ArrivalStore arrivals, OutboxStore outbox, AuditDesk audit, OfficeClock clock, Event<MessageWaiting> waiting) {
        this.arrivals = arrivals;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.waiting = waiting;
    }

    @Override
    @RolesAllowed({Role.DESK, Role.SYSTEM})
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean accept(UUID messageId, String source, String type) {
        var isNew = arrivals.accept(messageId, source, type, clock.now());
        answered(messageId);
        return isNew;
    }

    @Override
    @RolesAllowed({Role.DESK, Role.SYSTEM})
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public boolean answered(UUID outgoingMessageId) {
        var known = outbox.done(outgoingMessageId, clock.now());
        if (known) {
            waiting.fire(new MessageWaiting());
        }
        return known;
    }

    @Override
    @RolesAllowed({Role.DESK, Role.SYSTEM})
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void setAside(UUID messageId, String source, String type, String body, String reason) {
        var kept = body == null || body.isEmpty() ? UNREADABLE : body.replace('\0', ' ');
        arrivals.setAside(messageId, source, type, kept, reason, clock.now());
        outbox.setAside(messageId, source, reason, clock.now());
        audit.refused(new AuditNote("messaging.set-aside", null, "message", messageId.toString(), reason));
    }
}

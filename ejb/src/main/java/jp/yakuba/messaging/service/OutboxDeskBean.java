package jp.yakuba.messaging.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.messaging.api.LeaveMessage;
import jp.yakuba.messaging.api.OutboxDesk;
import jp.yakuba.messaging.model.OutboxMessage;
import jp.yakuba.messaging.store.OutboxStore;

/** Behind the outbox. */
@Stateless
public class OutboxDeskBean implements OutboxDesk {
    private OutboxStore outbox;
    private OfficeClock clock;
    private Event<MessageWaiting> waiting;

    protected OutboxDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public OutboxDeskBean(OutboxStore outbox, OfficeClock clock, Event<MessageWaiting> waiting) {
        this.outbox = outbox;
        this.clock = clock;
        this.waiting = waiting;
    }

    @Override
    @RolesAllowed({Role.DESK, Role.SYSTEM})
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public UUID leave(LeaveMessage message) {
        outbox.add(OutboxMessage.left(message, clock.now()));
        waiting.fire(new MessageWaiting());
        return message.id();
    }
}

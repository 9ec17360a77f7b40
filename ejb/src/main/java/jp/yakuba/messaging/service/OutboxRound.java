package jp.yakuba.messaging.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.messaging.gateway.Broker;
import jp.yakuba.messaging.gateway.BrokerUnreachable;
import jp.yakuba.messaging.gateway.OutgoingMessage;
import jp.yakuba.messaging.model.OutboxMessage;
import jp.yakuba.messaging.store.OutboxStore;

/**
 * One round of the sender, in one transaction of the database: takes what is due, gives it to the broker, marks it sent.
 *
 * <p>The broker is not part of that transaction. If the commit fails after the broker has taken the messages, they are
 * sent once more, and their receivers drop the copies.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class OutboxRound {
    private static final Logger LOG = System.getLogger(OutboxRound.class.getName());
    private static final int BATCH = 50;
    private static final Duration BROKER_PAUSE = Duration.ofSeconds(10);
    private static final Duration LOST_AFTER = Duration.ofSeconds(60);

    private OutboxStore outbox;
    private OfficeClock clock;
    private Instance<Broker> brokers;

    protected OutboxRound() {
        // for the container
    }

    /** For the container. */
    @Inject
    public OutboxRound(OutboxStore outbox, OfficeClock clock, Instance<Broker> brokers) {
        this.outbox = outbox;
        this.clock = clock;
        this.brokers = brokers;
    }

    /** Sends a batch as the node; true if more may be due. */
    @PermitAll // no api leads here, and it sends nothing but what committed deeds have left
    public boolean sendBatch(String node) {
        if (brokers.isUnsatisfied()) {
            return false;
        }
        var due = outbox.takeDue(clock.now(), BATCH);
        if (due.isEmpty()) {
            return false;
        }
        try {
            brokers.get().send(due.stream().map(OutboxRound::outgoing).toList());
        } catch (BrokerUnreachable silent) {
            postpone(due, silent);
            return false;
        }
        due.forEach(message -> message.sent(node, clock.now()));
        return due.size() == BATCH;
    }

    /** Says that the node lives, and makes due what the journals of lost nodes held. */
    @PermitAll // no api leads here
    public void heartbeat(String node) {
        var now = clock.now();
        var stranded = outbox.heartbeat(node, now, now.minus(LOST_AFTER));
        if (stranded > 0) {
            LOG.log(Level.WARNING, "A node is lost; {0} messages of its journal are sent again", stranded);
        }
    }

    private void postpone(List<OutboxMessage> due, BrokerUnreachable silent) {
        LOG.log(Level.WARNING, "The broker does not take messages; {0} wait: {1}", due.size(), silent.getMessage());
        due.forEach(message -> message.refusedByBroker(silent.getMessage(), BROKER_PAUSE, clock.now()));
    }

    private static OutgoingMessage outgoing(OutboxMessage message) {
        return new OutgoingMessage(message.id(), message.destination(), message.subjectKey(), message.type(),
                message.typeVersion(), message.text());
    }
}

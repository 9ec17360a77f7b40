package jp.yakuba.messaging.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.AccessTimeout;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jp.yakuba.kernel.PatientDeed;

/** The sender of a node (発信係): empties the outbox when the bell rings after a commit, and every five seconds besides. */
@Singleton
@Lock(LockType.WRITE)
@AccessTimeout(-1)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OutboxSender {
    private OutboxRound round;
    private final PatientDeed sending = new PatientDeed("Sending messages", this::sendDue);
    private final PatientDeed living = new PatientDeed("Saying that this node lives", () -> round.heartbeat(node()));

    protected OutboxSender() {
        // for the container
    }

    /** For the container. */
    @Inject
    public OutboxSender(OutboxRound round) {
        this.round = round;
    }

    /** Sends until nothing is due. */
    @PermitAll // no api leads here, and it sends nothing but what committed deeds have left
    public void sendDue() {
        var more = true;
        while (more) {
            more = round.sendBatch(node());
        }
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false, info = "messaging: send what is due")
    void tick() {
        sending.tick();
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false, info = "messaging: this node lives")
    void heartbeat() {
        living.tick();
    }

    private static String node() {
        return System.getProperty("jboss.node.name", "node");
    }
}

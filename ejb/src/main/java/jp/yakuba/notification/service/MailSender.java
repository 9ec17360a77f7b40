package jp.yakuba.notification.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.AccessTimeout;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import jp.yakuba.notification.gateway.MailNotSent;
import jp.yakuba.notification.gateway.MailRelay;

/** The mail sender of a node (メール発信係): works when the bell rings after a commit, and every ten seconds besides. */
@Singleton
@Lock(LockType.WRITE)
@AccessTimeout(-1)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailSender {
    private static final Logger LOG = System.getLogger(MailSender.class.getName());

    private MailRound round;
    private Instance<MailRelay> relays;

    protected MailSender() {
        // for the container
    }

    /** For the container. */
    @Inject
    public MailSender(MailRound round, Instance<MailRelay> relays) {
        this.round = round;
        this.relays = relays;
    }

    /** Sends until nothing is due, or the relay is away. */
    @PermitAll // no api leads here, and it sends nothing but what committed deeds have ordered
    public void sendDue() {
        if (relays.isUnsatisfied()) {
            return;
        }
        var relayAnswers = true;
        var claimed = round.claim();
        while (!claimed.isEmpty()) {
            for (var noticeId : claimed) {
                relayAnswers &= send(relays.get(), noticeId);
            }
            if (!relayAnswers) {
                return;
            }
            claimed = round.claim();
        }
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false, info = "notification: send due mail")
    void tick() {
        sendDue();
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*", second = "45", persistent = false, info = "notification: take back abandoned mail")
    void collect() {
        round.collectAbandoned();
    }

    private boolean send(MailRelay relay, UUID noticeId) {
        var letter = round.letter(noticeId);
        if (letter.isEmpty()) {
            return true;
        }
        try {
            relay.send(letter.get(), () -> round.handOver(noticeId));
            round.sent(noticeId);
            return true;
        } catch (MailNotSent failure) {
            LOG.log(Level.WARNING, "Mail of notice {0} is not sent ({1}): {2}", noticeId, failure.kind(), failure.getMessage());
            round.notSent(noticeId, failure.kind(), failure.getMessage());
            return failure.kind() != MailNotSent.Kind.RELAY_AWAY;
        }
    }
}

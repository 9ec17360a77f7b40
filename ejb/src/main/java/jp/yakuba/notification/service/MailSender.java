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
import jp.yakuba.kernel.PatientDeed;
import jp.yakuba.notification.gateway.MailNotSent;
import jp.yakuba.notification.gateway.MailRelay;
import jp.yakuba.notification.model.MailClaim;

/** The mail sender of a node (メール発信係): works when the bell rings after a commit, and every ten seconds besides. */
@Singleton
@Lock(LockType.WRITE)
@AccessTimeout(-1)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailSender {
    private static final Logger LOG = System.getLogger(MailSender.class.getName());

    private MailRound round;
    private Instance<MailRelay> relays;
    private final PatientDeed sending = new PatientDeed("Sending mail", this::sendDue);
    private final PatientDeed collecting = new PatientDeed("Taking back abandoned mail", () -> round.collectAbandoned());

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
            for (var claim : claimed) {
                relayAnswers &= send(relays.get(), claim);
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
        sending.tick();
    }

    @PermitAll // the container alone calls a timer
    @Schedule(hour = "*", minute = "*", second = "45", persistent = false, info = "notification: take back abandoned mail")
    void collect() {
        collecting.tick();
    }

    private boolean send(MailRelay relay, MailClaim claim) {
        var letter = round.letter(claim);
        if (letter.isEmpty()) {
            return true;
        }
        try {
            relay.send(letter.get(), () -> handOver(claim));
            round.sent(claim.noticeId());
            return true;
        } catch (ClaimLost another) {
            LOG.log(Level.INFO, "Mail of notice {0} was taken over by another sender", claim.noticeId());
            return true;
        } catch (MailNotSent failure) {
            LOG.log(Level.WARNING, "Mail of notice {0} is not sent ({1}): {2}", claim.noticeId(), failure.kind(),
                    failure.getMessage());
            round.notSent(claim, failure.kind(), failure.getMessage());
            return failure.kind() != MailNotSent.Kind.RELAY_AWAY;
        }
    }

    private void handOver(MailClaim claim) {
        if (!round.handOver(claim)) {
            throw new ClaimLost();
        }
    }

    /** Another sender has the mail; nothing of it has left the house here. */
    private static final class ClaimLost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

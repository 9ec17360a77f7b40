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
import java.util.List;
import jp.yakuba.kernel.PatientDeed;
import jp.yakuba.notification.gateway.MailLine;
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
        var letters = round.claim();
        if (letters.isEmpty()) {
            return;
        }
        try (var line = relays.get().open()) {
            while (!letters.isEmpty() && send(line, letters)) {
                letters = round.claim();
            }
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

    /** False if the relay did not answer. */
    private boolean send(MailLine line, List<ClaimedLetter> letters) {
        var relayAnswers = true;
        for (var letter : letters) {
            relayAnswers &= send(line, letter);
        }
        return relayAnswers;
    }

    private boolean send(MailLine line, ClaimedLetter claimed) {
        var noticeId = claimed.claim().noticeId();
        try {
            if (line.send(claimed.letter(), () -> round.handOver(claimed.claim()))) {
                round.sent(noticeId);
            } else {
                LOG.log(Level.INFO, "Mail of notice {0} was taken over by another sender", noticeId);
            }
            return true;
        } catch (MailNotSent failure) {
            LOG.log(Level.WARNING, "Mail of notice {0} is not sent ({1}): {2}", noticeId, failure.kind(), failure.getMessage());
            round.notSent(claimed.claim(), failure.kind(), failure.getMessage());
            return failure.kind() != MailNotSent.Kind.RELAY_AWAY;
        }
    }
}

package jp.yakuba.notification.model;

import static jp.yakuba.notification.api.NotificationProblem.NOT_STRANDED;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.notification.api.MailLine;
import org.hibernate.annotations.DynamicUpdate;

/**
 * The mail of a notice on its way (メール送信).
 *
 * <p>It waits, is claimed by a sender, handed over to the relay, and sent. What fails before the hand-over is tried again;
 * what is interrupted in the hand-over is unsure and stays so, for a doubled mail is worse than one an operator must look at.
 */
@Entity
@DynamicUpdate
@Table(name = "ntf_delivery")
public class MailDelivery {
    @Id
    private UUID noticeId;

    @Version
    private long version;

    private String address;
    private String domain;

    @Enumerated(EnumType.STRING)
    private State state;

    private int attempts;
    private Instant nextAttemptAt;
    private Instant claimedAt;
    private UUID claim;
    private Instant sentAt;
    private String problem;

    protected MailDelivery() {
        // for JPA
    }

    /** Where a mail stands. */
    public enum State {
        WAITING,
        CLAIMED,
        HANDED_OVER,
        SENT,
        UNSURE,
        FAILED
    }

    /** The mail of a notice, due at once. */
    public static MailDelivery due(UUID noticeId, String address, Instant now) {
        var delivery = new MailDelivery();
        delivery.noticeId = noticeId;
        delivery.address = address;
        delivery.domain = address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        delivery.state = State.WAITING;
        delivery.nextAttemptAt = now;
        return delivery;
    }

    /** A sender takes it. */
    public MailClaim claim(Instant now) {
        state = State.CLAIMED;
        claimedAt = now;
        claim = UUID.randomUUID();
        attempts++;
        return new MailClaim(noticeId, claim);
    }

    /** True if nothing of it left the house and the claim is still the one that holds it. */
    public boolean isHeldBy(MailClaim held) {
        return state == State.CLAIMED && held.mark().equals(claim);
    }

    /** True if its words were handed over under the claim and nobody has judged it since. */
    public boolean isHandedOverBy(MailClaim held) {
        return state == State.HANDED_OVER && held.mark().equals(claim);
    }

    /** It certainly was not sent; tried again after a pause, until that is over. */
    public void failedForNow(String why, Instant now) {
        problem = why;
        if (MailPause.isOver(attempts + 1)) {
            state = State.FAILED;
        } else {
            state = State.WAITING;
            nextAttemptAt = now.plus(MailPause.after(attempts));
        }
    }

    /** The relay was away; that does not count as an attempt. */
    public void relayWasAway(String why, Duration pause, Instant now) {
        state = State.WAITING;
        attempts--;
        problem = why;
        nextAttemptAt = now.plus(pause);
    }

    /** It will never be taken. */
    public void failed(String why) {
        state = State.FAILED;
        problem = why;
    }

    /** Nobody knows whether it was sent. */
    public void unsure(String why) {
        state = State.UNSURE;
        problem = why;
    }

    /** Its sender is gone: back to waiting if nothing left the house, unsure otherwise. */
    public void abandoned(Instant now) {
        if (state == State.HANDED_OVER) {
            unsure("the sender stopped while handing it over");
        } else {
            failedForNow("the sender stopped", now);
        }
    }

    /** An operator sends it again. */
    public void sendAgain(Instant now) {
        if (state != State.FAILED && state != State.UNSURE) {
            throw new RuleViolation(NOT_STRANDED, noticeId);
        }
        state = State.WAITING;
        attempts = 0;
        nextAttemptAt = now;
    }

    /** The notice it belongs to. */
    public UUID noticeId() {
        return noticeId;
    }

    /** Where it goes. */
    public String address() {
        return address;
    }

    /** The part of the address after the at sign. */
    public String domain() {
        return domain;
    }

    /** Where it stands. */
    public State state() {
        return state;
    }

    /** When it is tried next. */
    public Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    /** The mail as an operator sees it. */
    public MailLine line(String template) {
        return new MailLine(noticeId, template, domain, state.name(), attempts, nextAttemptAt, sentAt, problem);
    }
}

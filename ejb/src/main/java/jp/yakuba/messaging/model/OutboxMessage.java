package jp.yakuba.messaging.model;

import static jp.yakuba.messaging.api.MessagingProblem.ALREADY_CLOSED;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.messaging.api.Envelope;
import jp.yakuba.messaging.api.LeaveMessage;
import jp.yakuba.messaging.api.OutboxLine;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A message for somebody else (送信箱の一通).
 *
 * <p>It is left inside a deed, sent as soon as the deed is committed and no earlier message of its subject is undone, and
 * sent again with growing pauses until its receiver says done, or an operator gives it up.
 */
@Entity
@DynamicUpdate
@Table(name = "msg_outbox")
public class OutboxMessage {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(insertable = false, updatable = false)
    private Long sequence;

    private String destination;
    private String subjectKey;
    private String type;
    private int typeVersion;
    private String text;
    private boolean answerExpected;
    private Instant createdAt;
    private int attempts;
    private Instant nextAttemptAt;
    private Instant sentAt;
    private String sentBy;
    private Instant doneAt;
    private String problem;
    private boolean dropped;

    protected OutboxMessage() {
        // for JPA
    }

    /** The message as a deed leaves it. */
    public static OutboxMessage left(LeaveMessage command, Instant now) {
        var body = Envelope.bodyOf(command.payload());
        var message = new OutboxMessage();
        message.id = command.id();
        message.destination = command.destination();
        message.subjectKey = command.subjectKey();
        message.type = command.type();
        message.typeVersion = command.version();
        message.text = new Envelope(command.id(), command.type(), command.version(), command.subjectKey(), now, body).text();
        message.answerExpected = command.answerExpected();
        message.createdAt = now;
        message.nextAttemptAt = now;
        return message;
    }

    /** A message that was set aside, on its way back to the queue it came from, word for word. */
    public static OutboxMessage returned(SetAsideMessage setAside, Instant now) {
        var message = new OutboxMessage();
        message.id = setAside.messageId();
        message.destination = setAside.source();
        message.subjectKey = "set-aside:" + setAside.messageId();
        message.type = setAside.type();
        message.typeVersion = 1;
        message.text = setAside.body();
        message.answerExpected = false;
        message.createdAt = now;
        message.nextAttemptAt = now;
        return message;
    }

    /** The journal of the node has it; the next attempt comes only if the receiver stays silent. */
    public void sent(String node, Instant now) {
        attempts++;
        sentAt = now;
        sentBy = node;
        problem = null;
        nextAttemptAt = now.plus(ResendPause.after(attempts));
    }

    /** The broker did not take it; it is tried again after the pause. */
    public void refusedByBroker(String why, Duration pause, Instant now) {
        problem = why;
        nextAttemptAt = now.plus(pause);
    }

    /** Makes it due at once, also when it was done before. */
    public void sendAgain(Instant now) {
        doneAt = null;
        dropped = false;
        problem = null;
        nextAttemptAt = now;
    }

    /** Gives it up. */
    public void drop(String why, Instant now) {
        if (doneAt != null) {
            throw new RuleViolation(ALREADY_CLOSED, id);
        }
        doneAt = now;
        dropped = true;
        problem = why;
    }

    /** The message's id. */
    public UUID id() {
        return id;
    }

    /** True once the receiver, or an operator, said so. */
    public boolean isDone() {
        return doneAt != null;
    }

    /** The queue it goes to. */
    public String destination() {
        return destination;
    }

    /** The key whose order it keeps. */
    public String subjectKey() {
        return subjectKey;
    }

    /** Its type. */
    public String type() {
        return type;
    }

    /** The version of its type. */
    public int typeVersion() {
        return typeVersion;
    }

    /** The envelope as it travels. */
    public String text() {
        return text;
    }

    /** When it is sent next. */
    public Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    /** The message as it is listed. */
    public OutboxLine line() {
        return new OutboxLine(id, destination, subjectKey, type, createdAt, sentAt, doneAt, attempts, nextAttemptAt,
                problem, dropped);
    }
}

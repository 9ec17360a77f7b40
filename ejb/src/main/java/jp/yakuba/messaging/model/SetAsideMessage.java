package jp.yakuba.messaging.model;

import static jp.yakuba.messaging.api.MessagingProblem.ALREADY_CLOSED;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.messaging.api.SetAsideLine;

/** An arrived message that could not be processed (保留): it waits, with the reason, until an operator closes it. */
@Entity
@Table(name = "msg_set_aside")
public class SetAsideMessage {
    @Id
    private UUID id;

    @Version
    private long version;

    private UUID messageId;
    private String source;
    private String type;
    private String body;
    private String reason;
    private Instant arrivedAt;
    private Instant lastAt;
    private int times;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant closedAt;
    private String closedBy;
    private String closeReason;

    protected SetAsideMessage() {
        // for JPA
    }

    /** The ends it can come to. */
    public enum State {
        WAITING,
        SENT_AGAIN,
        DROPPED
    }

    /** Closes it; nobody can do so twice. */
    public void close(State end, String who, String why, Instant now) {
        if (state != State.WAITING) {
            throw new RuleViolation(ALREADY_CLOSED, id);
        }
        state = end;
        closedAt = now;
        closedBy = who;
        closeReason = why;
    }

    /** The id of the message. */
    public UUID messageId() {
        return messageId;
    }

    /** The queue it came from. */
    public String source() {
        return source;
    }

    /** Its type, or {@code unknown}. */
    public String type() {
        return type;
    }

    /** Its text, as it came. */
    public String body() {
        return body;
    }

    /** The message as it is listed. */
    public SetAsideLine line() {
        return new SetAsideLine(id, messageId, source, type, reason, arrivedAt, lastAt, times, state.name(), closedBy,
                closeReason);
    }
}

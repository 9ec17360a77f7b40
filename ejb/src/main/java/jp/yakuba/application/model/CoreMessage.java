package jp.yakuba.application.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.application.api.CoreAnswer;

/** What was told to a core system about an application, and what it answered last. */
@Entity
@Table(name = "apl_core_message")
public class CoreMessage {
    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID applicationId;

    @Column(nullable = false, updatable = false)
    private String system;

    @Column(nullable = false, updatable = false)
    private Instant leftAt;

    private Instant answeredAt;

    @Enumerated(EnumType.STRING)
    private CoreAnswer.Outcome outcome;

    private String words;

    protected CoreMessage() {
        // for JPA
    }

    public CoreMessage(UUID id, UUID applicationId, String system, Instant leftAt) {
        this.id = id;
        this.applicationId = applicationId;
        this.system = system;
        this.leftAt = leftAt;
    }

    /** True if the answer is from the system that was asked, about the application it was asked about. */
    public boolean belongsTo(CoreAnswer answer) {
        return system.equals(answer.system()) && applicationId.equals(answer.applicationId());
    }

    /** Takes the answer; false if it says nothing new: the same again, or something after the last word. */
    public boolean take(CoreAnswer answer, Instant at) {
        boolean lastWordSpoken = outcome != null && outcome != CoreAnswer.Outcome.ACCEPTED;
        if (lastWordSpoken || outcome == answer.outcome()) {
            return false;
        }
        outcome = answer.outcome();
        words = answer.words();
        answeredAt = at;
        return true;
    }

    /** What was answered last; null while nothing was. */
    public CoreAnswer.Outcome outcome() {
        return outcome;
    }
}

package jp.yakuba.inquiry.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.inquiry.api.FollowUpKind;
import jp.yakuba.inquiry.api.InquiryProblem;
import jp.yakuba.inquiry.api.InquiryState;
import jp.yakuba.kernel.RuleViolation;

/** A letter after an inquiry that left: a reminder (督促), or another day (期限の延長). It carries the inquiry once more. */
@Entity
@Table(name = "inq_follow_up")
public class FollowUp {
    @Id
    private UUID draftId;

    @Column(nullable = false, updatable = false)
    private UUID inquiry;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private FollowUpKind kind;

    @Column(updatable = false)
    private LocalDate deadline;

    @Column(nullable = false, updatable = false)
    private Instant draftedAt;

    private UUID recordId;

    private String number;

    private Instant sentAt;

    @Version
    private long version;

    protected FollowUp() {
        // for JPA
    }

    /** A draft of it stands; deadline is null for a reminder. */
    public static FollowUp drafted(UUID draft, UUID inquiry, FollowUpKind kind, LocalDate deadline, Instant at) {
        var letter = new FollowUp();
        letter.draftId = draft;
        letter.inquiry = inquiry;
        letter.kind = kind;
        letter.deadline = deadline;
        letter.draftedAt = at;
        return letter;
    }

    /**
     * Refuses to leave when it comes too late: of an inquiry that does not wait for answers any more, a day that is over or, the first time, not
     * after the one that stands, a reminder to who has answered.
     *
     * @param answered true if the office to which it goes has answered
     */
    public void requireNeeded(Inquiry asking, LocalDate today, boolean answered) {
        if (asking.state() != InquiryState.SENT) {
            throw new RuleViolation(InquiryProblem.NOT_IN_THIS_STATE);
        }
        if (kind == FollowUpKind.REMINDER && answered) {
            throw new RuleViolation(InquiryProblem.NOBODY_TO_REMIND);
        }
        boolean later = deadline == null || sentAt != null || deadline.isAfter(asking.deadline());
        if (!later || deadline != null && deadline.isBefore(today)) {
            throw new RuleViolation(InquiryProblem.DAY_NOT_LATER);
        }
    }

    /** It left under the number; the letter that left first is told. */
    public void send(UUID record, String letterNumber, Instant at) {
        if (sentAt == null) {
            recordId = record;
            number = letterNumber;
            sentAt = at;
        }
    }

    public UUID draftId() {
        return draftId;
    }

    /** Its number; null until it is sent. */
    public String number() {
        return number;
    }

    /** The outgoing record; null until it is sent. */
    public UUID recordId() {
        return recordId;
    }

    public Instant sentAt() {
        return sentAt;
    }

    public UUID inquiry() {
        return inquiry;
    }

    public FollowUpKind kind() {
        return kind;
    }

    /** The new day; null for a reminder. */
    public LocalDate deadline() {
        return deadline;
    }
}

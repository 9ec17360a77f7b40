package jp.yakuba.inquiry.model;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.inquiry.api.AnswerState;
import jp.yakuba.inquiry.api.Given;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.StrictXml;

/** An answer as it came. */
@Entity
@Table(name = "inq_answer")
public class ReceivedAnswer {
    @EmbeddedId
    private MessageKey key;

    @Column(nullable = false, updatable = false)
    private UUID inquiry;

    @Column(nullable = false, updatable = false)
    private UUID recordId;

    @Column(nullable = false, updatable = false)
    private String number;

    @Column(nullable = false, updatable = false)
    private Instant arrivedAt;

    @Column(nullable = false)
    private boolean late;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AnswerState state;

    @Column(nullable = false, updatable = false)
    private byte[] content;

    protected ReceivedAnswer() {
        // for JPA
    }

    /**
     * The letter that brought it.
     *
     * @param deadline the last day on which it is not late
     */
    public record Letter(UUID recordId, String number, Instant arrivedAt, LocalDate deadline) {}

    /** As it came. */
    public static ReceivedAnswer of(MessageKey key, UUID inquiry, Letter letter, AnswerState state, byte[] content) {
        var answer = new ReceivedAnswer();
        answer.key = key;
        answer.inquiry = inquiry;
        answer.recordId = letter.recordId();
        answer.number = letter.number();
        answer.arrivedAt = letter.arrivedAt();
        answer.reckon(letter.deadline());
        answer.state = state;
        answer.content = content.clone();
        return answer;
    }

    /** A later one stands in its place. */
    public void replace() {
        state = AnswerState.REPLACED;
    }

    /** Late, or not, by the day that stands now. */
    public void reckon(LocalDate deadline) {
        late = arrivedAt.atZone(OfficeClock.ZONE).toLocalDate().isAfter(deadline);
    }

    /** What was given. */
    public List<Given> given() {
        try {
            return InquiryXml.readAnswer(content).given();
        } catch (StrictXml.NotRead broken) {
            throw new IllegalStateException("The answer " + key.message() + " cannot be read any more", broken);
        }
    }

    public String peer() {
        return key.peer();
    }

    public boolean counts() {
        return state == AnswerState.COUNTS;
    }

    public UUID recordId() {
        return recordId;
    }

    public String number() {
        return number;
    }

    public Instant arrivedAt() {
        return arrivedAt;
    }

    public boolean isLate() {
        return late;
    }
}

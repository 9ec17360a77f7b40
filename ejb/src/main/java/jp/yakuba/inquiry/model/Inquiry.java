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
import java.util.List;
import java.util.UUID;
import jp.yakuba.inquiry.api.InquiryProblem;
import jp.yakuba.inquiry.api.InquiryState;
import jp.yakuba.inquiry.api.Question;
import jp.yakuba.inquiry.api.WriteInquiry;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.StrictXml;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What this office asks of others (照会). */
@Entity
@Table(name = "inq_inquiry")
public class Inquiry {
    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private String section;

    @Column(nullable = false)
    private String title;

    @Column(nullable = false)
    private String explanation;

    @Column(nullable = false)
    private LocalDate deadline;

    @Column(nullable = false)
    private byte[] form;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(nullable = false)
    private String[] offices;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private InquiryState state;

    private UUID draftId;

    private UUID recordId;

    private String number;

    @Column(nullable = false, updatable = false)
    private UUID clerk;

    @Column(nullable = false, updatable = false)
    private Instant begunAt;

    private Instant sentAt;

    private Instant closedAt;

    private String closeReason;

    @Version
    private long version;

    protected Inquiry() {
        // for JPA
    }

    /** Begun by a clerk. */
    public static Inquiry begun(WriteInquiry words, UUID clerk, Instant at) {
        var inquiry = new Inquiry();
        inquiry.id = words.id();
        inquiry.section = words.section();
        inquiry.state = InquiryState.WRITING;
        inquiry.clerk = clerk;
        inquiry.begunAt = at;
        inquiry.write(words);
        return inquiry;
    }

    /** Written anew. */
    public void write(WriteInquiry words) {
        title = CleanText.line(words.title());
        explanation = CleanText.lines(words.explanation());
        deadline = words.deadline();
        offices = words.offices().stream().distinct().sorted().toArray(String[]::new);
        form = InquiryXml.write(new AskedForm(id, title, explanation, deadline, words.form().stream().map(CleanText::of).toList()));
        if (form.length > InquiryXml.LARGEST) {
            throw new RuleViolation(InquiryProblem.TOO_LONG, InquiryXml.LARGEST);
        }
        if (!AnswerRules.isDay(deadline)) {
            throw new RuleViolation(InquiryProblem.DEADLINE_OVER);
        }
    }

    /** A draft stands; what is asked is fixed. */
    public void draft(UUID draft) {
        state = InquiryState.DRAFTED;
        draftId = draft;
    }

    /** Written on; the draft is none of it any more. */
    public void takeBack() {
        state = InquiryState.WRITING;
        draftId = null;
    }

    /** It left under the number. */
    public void send(UUID record, String letterNumber, Instant at) {
        state = InquiryState.SENT;
        recordId = record;
        number = letterNumber;
        sentAt = at;
    }

    /** The day is another one. */
    public void extend(LocalDate day) {
        form = InquiryXml.write(asked().until(day));
        deadline = day;
    }

    /** Refuses to carry a day before the one that stands: who was told of that one would take this for asked anew, and begin again. */
    public void requireNotEarlier(byte[] carried) {
        if (read(carried).deadline().isBefore(deadline)) {
            throw new RuleViolation(InquiryProblem.DAY_CHANGED);
        }
    }

    /** Answers count no more. */
    public void close(String reason, Instant at) {
        state = InquiryState.CLOSED;
        closedAt = at;
        closeReason = reason;
    }

    /** What is asked, as it travels. */
    public byte[] form() {
        return form.clone();
    }

    /** The questions; none while there are none. */
    public List<Question> questions() {
        return asked().questions();
    }

    /** What is asked, until when. */
    public AskedForm asked() {
        return read(form);
    }

    private AskedForm read(byte[] written) {
        try {
            return InquiryXml.readWritten(written);
        } catch (StrictXml.NotRead broken) {
            throw new IllegalStateException("The form of the inquiry " + id + " cannot be read", broken);
        }
    }

    public UUID id() {
        return id;
    }

    public String section() {
        return section;
    }

    public String title() {
        return title;
    }

    public String explanation() {
        return explanation;
    }

    public LocalDate deadline() {
        return deadline;
    }

    /** Codes of the offices that are asked. */
    public List<String> offices() {
        return List.of(offices);
    }

    public InquiryState state() {
        return state;
    }

    /** The draft; null until there is one. */
    public UUID draftId() {
        return draftId;
    }

    /** The outgoing record; null until it is sent. */
    public UUID recordId() {
        return recordId;
    }

    public String number() {
        return number;
    }

    public Instant begunAt() {
        return begunAt;
    }

    public String closeReason() {
        return closeReason;
    }

    public long version() {
        return version;
    }
}

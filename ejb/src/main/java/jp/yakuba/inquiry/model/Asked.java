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
import jp.yakuba.inquiry.api.AskedLine;
import jp.yakuba.inquiry.api.AskedState;
import jp.yakuba.inquiry.api.Given;
import jp.yakuba.inquiry.api.InquiryProblem;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.StrictXml;

/** What another office asks of this one (被照会), with what is written as answer. */
@Entity
@Table(name = "inq_asked")
public class Asked {
    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private String peer;

    @Column(nullable = false)
    private String peerName;

    @Column(nullable = false, updatable = false)
    private UUID inquiry;

    @Column(nullable = false)
    private UUID recordId;

    @Column(nullable = false)
    private String section;

    @Column(nullable = false)
    private String number;

    @Column(nullable = false)
    private byte[] form;

    @Column(nullable = false)
    private String title;

    @Column(nullable = false)
    private LocalDate deadline;

    @Column(nullable = false)
    private Instant arrivedAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AskedState state;

    private byte[] answers;

    private UUID draftId;

    private Instant answeredAt;

    private Instant remindedAt;

    private Instant extendedAt;

    @Version
    private long version;

    protected Asked() {
        // for JPA
    }

    /** The letter that asks. */
    public record Letter(String peerName, UUID recordId, String section, String number, Instant arrivedAt) {}

    /** Asked for the first time. */
    public static Asked by(String peer, AskedForm asked, Letter letter, byte[] content) {
        var one = new Asked();
        one.id = UUID.randomUUID();
        one.peer = peer;
        one.inquiry = asked.id();
        one.ask(asked, letter, content);
        return one;
    }

    /**
     * Asked, or asked anew: what was kept as answer stays, for a person to look at. The very same once more, or the same with a later day, leaves
     * a draft under way, an answer that has left, and who answers by which record, as it is. A shorter day is no longer one: it is asked anew.
     */
    public void ask(AskedForm asked, Letter letter, byte[] content) {
        peerName = letter.peerName();
        var before = form == null ? null : form();
        form = content.clone();
        title = asked.title();
        deadline = asked.deadline();
        if (asked.equals(before)) {
            remindedAt = letter.arrivedAt();
        } else if (before != null && before.isExtendedBy(asked)) {
            extendedAt = letter.arrivedAt();
        } else {
            begin(letter);
        }
    }

    private void begin(Letter letter) {
        recordId = letter.recordId();
        section = letter.section();
        number = letter.number();
        arrivedAt = letter.arrivedAt();
        state = AskedState.OPEN;
        draftId = null;
    }

    /**
     * Keeps what is written so far; an answer that was sent before can be written anew. More than can be read again is refused with the code of
     * the question that says most.
     */
    public void keep(List<Given> given) {
        var words = given.stream().map(CleanText::of).toList();
        var written = InquiryXml.write(new InquiryXml.Answered(inquiry, words), form().questions());
        if (written.length > InquiryXml.LARGEST) {
            throw new RuleViolation(InquiryProblem.TOO_MUCH, AnswerRules.longest(words));
        }
        answers = written;
        state = AskedState.OPEN;
        draftId = null;
    }

    /** A draft of the answer stands. */
    public void draft(UUID draft) {
        state = AskedState.DRAFTED;
        draftId = draft;
    }

    /** The answer left. */
    public void answer(Instant at) {
        state = AskedState.ANSWERED;
        answeredAt = at;
    }

    /** Another section has the record, and answers. */
    public void handOn(String to) {
        section = to;
    }

    /** What is asked. */
    public AskedForm form() {
        try {
            return InquiryXml.readInquiry(form);
        } catch (StrictXml.NotRead broken) {
            throw new IllegalStateException("The inquiry " + inquiry + " of " + peer + " cannot be read any more", broken);
        }
    }

    /** What was kept so far. */
    public List<Given> given() {
        try {
            return answers == null ? List.of() : InquiryXml.readKept(answers);
        } catch (StrictXml.NotRead broken) {
            throw new IllegalStateException("The answers to " + inquiry + " of " + peer + " cannot be read any more", broken);
        }
    }

    /** The answer as it travels. */
    public byte[] answers() {
        return answers == null ? null : answers.clone();
    }

    /** As it is listed. */
    public AskedLine line() {
        return new AskedLine(id, section, peerName, title, number, deadline, state, arrivedAt, answeredAt, remindedAt, extendedAt, draftId);
    }

    public UUID id() {
        return id;
    }

    public String peer() {
        return peer;
    }

    public UUID recordId() {
        return recordId;
    }

    public String section() {
        return section;
    }

    public AskedState state() {
        return state;
    }

    public UUID draftId() {
        return draftId;
    }

    public long version() {
        return version;
    }
}

package jp.yakuba.relocation.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.StrictXml;
import jp.yakuba.relocation.api.NoticeLine;
import jp.yakuba.relocation.api.NoticeState;
import jp.yakuba.relocation.api.RelocationProblem;

/** What another town tells of people who lived here, and what a clerk made of it. */
@Entity
@Table(name = "rel_notice")
public class ReceivedNotice {
    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private String peer;

    @Column(nullable = false, updatable = false)
    private String peerName;

    @Column(nullable = false, updatable = false)
    private UUID notice;

    @Column(updatable = false)
    private UUID corrects;

    @Column(nullable = false, updatable = false)
    private UUID recordId;

    @Column(nullable = false, updatable = false)
    private String section;

    @Column(nullable = false, updatable = false)
    private String number;

    @Column(nullable = false, updatable = false)
    private byte[] content;

    @Column(nullable = false, updatable = false)
    private String address;

    @Column(nullable = false, updatable = false)
    private LocalDate movedOn;

    @Column(nullable = false, updatable = false)
    private int persons;

    @Column(nullable = false, updatable = false)
    private boolean shielded;

    @Column(nullable = false, updatable = false)
    private Instant arrivedAt;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private NoticeState state;

    @Column(nullable = false)
    private boolean closed;

    @Column(nullable = false)
    private boolean unread;

    private UUID eventId;

    private String reason;

    private String form;

    private Instant doneAt;

    private String doneBy;

    @Version
    private long version;

    protected ReceivedNotice() {
        // for JPA
    }

    /** The letter that brought it. */
    public record Letter(String peer, String peerName, UUID recordId, String section, String number, Instant arrivedAt) {}

    /** It arrived. */
    public static ReceivedNotice by(Letter letter, MoveNotice said, byte[] content) {
        var one = new ReceivedNotice();
        one.id = UUID.randomUUID();
        one.peer = letter.peer();
        one.peerName = letter.peerName();
        one.recordId = letter.recordId();
        one.section = letter.section();
        one.number = letter.number();
        one.arrivedAt = letter.arrivedAt();
        one.notice = said.id();
        one.corrects = said.corrects();
        one.address = said.previousAddress();
        one.movedOn = said.movedOn();
        one.persons = said.persons().size();
        one.shielded = said.shielded();
        one.content = content.clone();
        one.state = NoticeState.OPEN;
        return one;
    }

    /** What it says of where they went is for protection officers alone; with none in office its letter waits for the first. */
    public void shut(boolean nobodyReads) {
        closed = true;
        unread = nobodyReads;
    }

    /** A correction takes its place, unless it is done with. */
    public void replace() {
        if (state == NoticeState.OPEN) {
            state = NoticeState.REPLACED;
        }
    }

    /** The move out is in the ledger; {@code why} says why some are left away, null if nobody is. {@code filled} is the form with whoever filled it in. */
    public void enter(UUID event, String why, String filled, Instant at, String by) {
        requireOpen();
        state = NoticeState.ENTERED;
        eventId = event;
        reason = why;
        form = filled;
        done(at, by);
    }

    /** True if it was entered by just this form, by whoever filled it in. */
    public boolean isEnteredBy(String filled) {
        return state == NoticeState.ENTERED && filled.equals(form);
    }

    /** Nothing of it is entered. */
    public void close(String why, Instant at, String by) {
        requireOpen();
        state = NoticeState.CLOSED;
        reason = why;
        done(at, by);
    }

    private void requireOpen() {
        if (state != NoticeState.OPEN) {
            throw new RuleViolation(RelocationProblem.NOT_OPEN);
        }
    }

    private void done(Instant at, String by) {
        doneAt = at;
        doneBy = by;
    }

    /** True if it says just this. */
    public boolean says(byte[] other) {
        return Arrays.equals(content, other);
    }

    /** What it says. */
    public MoveNotice said() {
        try {
            return MoveNoticeXml.read(content);
        } catch (StrictXml.NotRead broken) {
            throw new IllegalStateException("The notice " + notice + " of " + peer + " cannot be read any more", broken);
        }
    }

    /** As it is listed. */
    public NoticeLine line() {
        return new NoticeLine(id, peerName, number, movedOn, persons, shielded, corrects != null, state, arrivedAt);
    }

    public UUID id() {
        return id;
    }

    public String peer() {
        return peer;
    }

    public String peerName() {
        return peerName;
    }

    /** Id of the sender's earlier notice; null if it corrects none. */
    public UUID corrects() {
        return corrects;
    }

    public UUID recordId() {
        return recordId;
    }

    public String section() {
        return section;
    }

    /** Id that the sender gave it. */
    public UUID notice() {
        return notice;
    }

    /** True if it says where somebody went whom this town protects. */
    public boolean isClosed() {
        return closed;
    }

    public boolean isUnread() {
        return unread;
    }

    public boolean isShielded() {
        return shielded;
    }

    public NoticeState state() {
        return state;
    }

    public String reason() {
        return reason;
    }

    public long version() {
        return version;
    }
}

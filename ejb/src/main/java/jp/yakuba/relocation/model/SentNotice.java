package jp.yakuba.relocation.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What the town before was told of a move in, or was to be told: a move is told of once, and anew only in place of a notice that came to nothing. */
@Entity
@Table(name = "rel_sent")
public class SentNotice {
    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID eventId;

    @Column(updatable = false)
    private UUID insteadOf;

    @Column(updatable = false)
    private UUID corrects;

    @Column(nullable = false, updatable = false)
    private String section;

    @Column(nullable = false, updatable = false)
    private String peer;

    @Column(nullable = false, updatable = false)
    private String peerName;

    @Column(nullable = false, updatable = false)
    private LocalDate movedOn;

    @Column(nullable = false, updatable = false)
    private int persons;

    @Column(nullable = false, updatable = false)
    private boolean shielded;

    @Column(nullable = false)
    private boolean closed;

    @Column(updatable = false)
    private UUID recordId;

    @Column(updatable = false)
    private String number;

    @Column(updatable = false)
    private String problem;

    @Column(nullable = false, updatable = false)
    private Instant sentAt;

    private String otherwise;

    private Instant otherwiseAt;

    private String otherwiseBy;

    protected SentNotice() {
        // for JPA
    }

    /**
     * To whom it goes and what it takes the place of.
     *
     * @param section that answers for it
     * @param insteadOf the notice that came to nothing; null of the first
     */
    public record Way(UUID eventId, UUID insteadOf, String section, String peer, String peerName) {}

    /** Told by the record under the number. */
    public static SentNotice told(Way way, MoveNotice said, UUID recordId, String number, Instant at) {
        var sent = of(way, said, at);
        sent.recordId = recordId;
        sent.number = number;
        return sent;
    }

    /** Where they lived before is written in a way from which no municipality can be told; an office is named there all the same. */
    public static final String TOWN_UNCLEAR = "town-unclear";

    /** It cannot be told as it stands; which rule of the form it breaks, or {@link #TOWN_UNCLEAR}. */
    public static SentNotice unsent(Way way, MoveNotice said, String problem, Instant at) {
        var sent = of(way, said, at);
        sent.problem = problem;
        return sent;
    }

    private static SentNotice of(Way way, MoveNotice said, Instant at) {
        var sent = new SentNotice();
        sent.id = said.id();
        sent.eventId = way.eventId();
        sent.insteadOf = way.insteadOf();
        sent.corrects = said.corrects();
        sent.section = way.section();
        sent.peer = way.peer();
        sent.peerName = way.peerName();
        sent.movedOn = said.movedOn();
        sent.persons = said.persons().size();
        sent.shielded = said.shielded();
        sent.sentAt = at;
        return sent;
    }

    /** It tells where somebody lives who was protected since: its record is for protection officers alone. */
    public void shut() {
        closed = true;
    }

    /** The other town was told in another way; the words say how and why. */
    public void tellOtherwise(String why, Instant at, String by) {
        otherwise = why;
        otherwiseAt = at;
        otherwiseBy = by;
    }

    /** True if the other town was told in another way than by the exchange. */
    public boolean isToldOtherwise() {
        return otherwise != null;
    }

    /** What a notice in its place corrects at the other town: this one, or what this one was to correct if it never left. */
    public UUID lastLeft() {
        return recordId == null ? corrects : id;
    }

    /** The notice in whose place it stands; null of the first. */
    public UUID insteadOf() {
        return insteadOf;
    }

    public UUID id() {
        return id;
    }

    /** The move it tells of. */
    public UUID eventId() {
        return eventId;
    }

    public String section() {
        return section;
    }

    /** Code of the office to which it goes. */
    public String peer() {
        return peer;
    }

    public String peerName() {
        return peerName;
    }

    /** True if it takes the place of one that left. */
    public boolean isCorrection() {
        return corrects != null;
    }

    public LocalDate movedOn() {
        return movedOn;
    }

    public int persons() {
        return persons;
    }

    public boolean isShielded() {
        return shielded;
    }

    public boolean isClosed() {
        return closed;
    }

    /** The record; null if it never left. */
    public UUID recordId() {
        return recordId;
    }

    public String number() {
        return number;
    }

    public String problem() {
        return problem;
    }

    public Instant sentAt() {
        return sentAt;
    }
}

package jp.yakuba.document.model.dispatch;

import static jp.yakuba.document.api.DocumentProblem.NOT_IN_THIS_STATE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.document.api.NumberLine;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.document.model.OutgoingNumber;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.RuleViolation;

/** A number taken before anything is sent; it is used once, or missing for ever with its reason (欠番). */
@Entity
@Table(name = "doc_taken_number")
public class TakenNumber {

    /** What became of it. */
    public enum State {
        TAKEN,
        USED,
        MISSING
    }

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private NumberSeries series;

    @Column(nullable = false, updatable = false)
    private String section;

    @Column(nullable = false, updatable = false)
    private int year;

    @Column(nullable = false, updatable = false)
    private long sequence;

    @Column(nullable = false, updatable = false)
    private String number;

    @Column(nullable = false, updatable = false)
    private String purpose;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state;

    private String reason;
    private UUID recordId;

    @Column(nullable = false, updatable = false)
    private String takenName;

    @Column(nullable = false, updatable = false)
    private Instant takenAt;

    private String endedName;
    private Instant endedAt;

    protected TakenNumber() {
        // for JPA
    }

    /** Taken by the actor; the id was made when the form was opened. */
    public static TakenNumber taken(UUID id, OutgoingNumber number, String purpose, Actor by, Instant at) {
        var taken = new TakenNumber();
        taken.id = id;
        taken.series = number.series();
        taken.section = number.section();
        taken.year = number.year();
        taken.sequence = number.sequence();
        taken.number = number.words();
        taken.purpose = purpose;
        taken.state = State.TAKEN;
        taken.takenName = by.name();
        taken.takenAt = at;
        return taken;
    }

    /** The record bears it. */
    public void use(UUID record, Actor by, Instant at) {
        end(State.USED, by, at);
        recordId = record;
    }

    /** It is missing (欠番). */
    public void giveUp(String why, Actor by, Instant at) {
        end(State.MISSING, by, at);
        reason = why;
    }

    private void end(State how, Actor by, Instant at) {
        if (state != State.TAKEN) {
            throw new RuleViolation(NOT_IN_THIS_STATE);
        }
        state = how;
        endedName = by.name();
        endedAt = at;
    }

    public UUID id() {
        return id;
    }

    public NumberSeries series() {
        return series;
    }

    public String section() {
        return section;
    }

    public State state() {
        return state;
    }

    /** The number itself; its letters are those it was taken with. */
    public OutgoingNumber outgoing() {
        return new OutgoingNumber(series, section, OutgoingNumber.lettersIn(number), year, sequence, 1);
    }

    /** As a line of the register. */
    public NumberLine line() {
        return new NumberLine(id, series, section, year, sequence, 1, number, purpose, state.name(), reason, recordId,
                endedName == null ? takenName : endedName, endedAt == null ? takenAt : endedAt);
    }
}

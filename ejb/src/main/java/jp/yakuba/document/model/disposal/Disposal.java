package jp.yakuba.document.model.disposal;

import static jp.yakuba.document.api.DocumentProblem.CHANGED_MEANWHILE;
import static jp.yakuba.document.api.DocumentProblem.DISPOSAL_ELSEWHERE;
import static jp.yakuba.document.api.DocumentProblem.SAME_HAND;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.document.api.DisposalSheet;
import jp.yakuba.document.api.DisposalState;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.RuleViolation;

/**
 * A list of disposal (廃棄リスト) on its way: the head of the section, general affairs, the archivist, and at last somebody who
 * has had no hand in it.
 */
@Entity
@Table(name = "doc_disposal")
public class Disposal {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false, updatable = false)
    private String section;

    @Column(nullable = false, updatable = false)
    private int fiscalYear;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private DisposalState state;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "made_by"))
    @AttributeOverride(name = "name", column = @Column(name = "made_name"))
    @AttributeOverride(name = "at", column = @Column(name = "made_at"))
    private DisposalHand made;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "checked_by"))
    @AttributeOverride(name = "name", column = @Column(name = "checked_name"))
    @AttributeOverride(name = "at", column = @Column(name = "checked_at"))
    private DisposalHand checked;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "reviewed_by"))
    @AttributeOverride(name = "name", column = @Column(name = "reviewed_name"))
    @AttributeOverride(name = "at", column = @Column(name = "reviewed_at"))
    private DisposalHand reviewed;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "appraised_by"))
    @AttributeOverride(name = "name", column = @Column(name = "appraised_name"))
    @AttributeOverride(name = "at", column = @Column(name = "appraised_at"))
    private DisposalHand appraised;

    @Embedded
    @AttributeOverride(name = "by", column = @Column(name = "confirmed_by"))
    @AttributeOverride(name = "name", column = @Column(name = "confirmed_name"))
    @AttributeOverride(name = "at", column = @Column(name = "confirmed_at"))
    private DisposalHand confirmed;

    private String remark;

    protected Disposal() {
        // for JPA
    }

    /** A list that begins with the head of the section. */
    public static Disposal made(String section, FiscalYear year, Actor by, Instant at) {
        var made = new Disposal();
        made.id = UUID.randomUUID();
        made.section = section;
        made.fiscalYear = year.year();
        made.state = DisposalState.CHECKING;
        made.made = DisposalHand.of(by, at);
        return made;
    }

    /** Refuses a deed by somebody who saw an earlier state, or at another step than the one it belongs to. */
    public void expect(long seen, DisposalState step) {
        expect(seen);
        if (state != step) {
            throw new RuleViolation(DISPOSAL_ELSEWHERE);
        }
    }

    /** Refuses a deed by somebody who saw an earlier state. */
    public void expect(long seen) {
        if (seen != version) {
            throw new RuleViolation(CHANGED_MEANWHILE);
        }
    }

    /** Passes it on; whoever had a hand in it never confirms it. Returns the step that was passed. */
    public DisposalState pass(Actor by, Instant at) {
        var hand = DisposalHand.of(by, at);
        var passed = state;
        switch (state) {
            case CHECKING -> checked = hand;
            case REVIEWING -> reviewed = hand;
            case APPRAISING -> appraised = hand;
            case CONFIRMING -> confirmed = second(hand, by);
            default -> throw new RuleViolation(DISPOSAL_ELSEWHERE);
        }
        state = DisposalState.values()[passed.ordinal() + 1];
        return passed;
    }

    private DisposalHand second(DisposalHand hand, Actor by) {
        if (hasHandOf(by)) {
            throw new RuleViolation(SAME_HAND);
        }
        return hand;
    }

    /** True if the actor has made it or passed it on at any step. */
    public boolean hasHandOf(Actor actor) {
        return Stream.of(made, checked, reviewed, appraised).anyMatch(earlier -> earlier != null && earlier.isOf(actor));
    }

    /** Gives it back to the step before, which then stands anew. Returns that step. */
    public DisposalState giveBack(String why) {
        switch (state) {
            case REVIEWING -> checked = null;
            case APPRAISING -> reviewed = null;
            case CONFIRMING -> appraised = null;
            default -> throw new RuleViolation(DISPOSAL_ELSEWHERE);
        }
        state = DisposalState.values()[state.ordinal() - 1];
        remark = why;
        return state;
    }

    /** Calls it off. */
    public void callOff(String why) {
        if (state == DisposalState.DONE || state == DisposalState.CALLED_OFF) {
            throw new RuleViolation(DISPOSAL_ELSEWHERE);
        }
        state = DisposalState.CALLED_OFF;
        remark = why;
    }

    /** Every file of it came to its end. */
    public void finish() {
        if (state == DisposalState.CONFIRMED) {
            state = DisposalState.DONE;
        }
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String section() {
        return section;
    }

    public DisposalState state() {
        return state;
    }

    public String remark() {
        return remark;
    }

    public DisposalHand checked() {
        return checked;
    }

    public DisposalHand reviewed() {
        return reviewed;
    }

    public DisposalHand appraised() {
        return appraised;
    }

    public DisposalHand confirmed() {
        return confirmed;
    }

    /** Who has passed it on so far, in the order of the steps. */
    public List<DisposalSheet.Hand> hands() {
        var hands = new ArrayList<DisposalSheet.Hand>();
        add(hands, DisposalState.CHECKING, checked);
        add(hands, DisposalState.REVIEWING, reviewed);
        add(hands, DisposalState.APPRAISING, appraised);
        add(hands, DisposalState.CONFIRMING, confirmed);
        return hands;
    }

    private static void add(List<DisposalSheet.Hand> hands, DisposalState step, DisposalHand hand) {
        if (hand != null) {
            hands.add(hand.at(step));
        }
    }
}

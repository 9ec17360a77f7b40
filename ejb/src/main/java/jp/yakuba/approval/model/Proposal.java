package jp.yakuba.approval.model;

import static jp.yakuba.approval.api.ApprovalProblem.ALREADY_CLOSED;
import static jp.yakuba.approval.api.ApprovalProblem.CHANGED_MEANWHILE;
import static jp.yakuba.approval.api.ApprovalProblem.NOT_YOUR_TURN;
import static jp.yakuba.approval.api.ApprovalProblem.NO_ROUTE;
import static jp.yakuba.approval.api.ApprovalProblem.OWN_PROPOSAL;
import static jp.yakuba.approval.api.ApprovalProblem.REASON_MISSING;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.approval.api.ProposeDecision;
import jp.yakuba.kernel.RuleViolation;

/**
 * A proposal (起案) on its way to a decision (決裁). It is born with a route; each stop agrees in turn, the last agreement
 * decides; any stop may send it back instead. Decided or sent back it is closed and never moves again.
 */
@Entity
@Table(name = "apv_proposal")
public class Proposal {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(nullable = false, updatable = false)
    private String matter;

    @Column(nullable = false, updatable = false)
    private long amount;

    @Column(nullable = false, updatable = false)
    private String subjectType;

    @Column(nullable = false, updatable = false)
    private UUID subjectId;

    @Column(nullable = false, updatable = false)
    private String title;

    @Column(nullable = false, updatable = false)
    private String text;

    @Column(nullable = false, updatable = false)
    private String section;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ProposalState state;

    @Column(nullable = false, updatable = false)
    private UUID drafterId;

    @Column(nullable = false, updatable = false)
    private String drafterName;

    @Column(nullable = false, updatable = false)
    private String drafterPost;

    @Column(nullable = false, updatable = false)
    private Instant proposedAt;

    private Instant closedAt;

    /** Number of the stop whose turn it is; it moves with every deed, so that the version does too. */
    private int turn;

    @OneToMany(mappedBy = "proposal", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    private List<ProposalStep> steps = new ArrayList<>();

    protected Proposal() {
        // for JPA
    }

    /** A stop that a route asks for: the post and its title. */
    public record Stop(String post, String postName) {}

    /** Proposes; the route must have at least one stop. */
    public static Proposal make(
            ProposeDecision command, Officer drafter, String post, String section, List<Stop> route, Instant at) {
        if (route.isEmpty()) {
            throw new RuleViolation(NO_ROUTE, command.matter());
        }
        var made = new Proposal();
        made.id = UUID.randomUUID();
        made.matter = command.matter();
        made.amount = command.amount();
        made.subjectType = command.subjectType();
        made.subjectId = command.subjectId();
        made.title = command.title();
        made.text = command.text();
        made.section = section;
        made.state = ProposalState.PROPOSED;
        made.drafterId = drafter.id();
        made.drafterName = drafter.name();
        made.drafterPost = post;
        made.proposedAt = at;
        made.turn = 1;
        route.forEach(stop -> made.steps.add(new ProposalStep(made, made.steps.size() + 1, stop.post(), stop.postName())));
        return made;
    }

    /** Agrees at the officer's stop; true if that decided the matter. */
    public boolean agree(Officer officer, long seen, String comment, Instant at) {
        var stop = turnOf(officer, seen);
        boolean last = stop.number() == steps.size();
        boolean alone = officer.id().equals(drafterId)
                && steps.stream().noneMatch(step -> step.wasDoneByAnotherThan(drafterId));
        if (last && alone) {
            throw new RuleViolation(OWN_PROPOSAL);
        }
        stop.close(StepState.DONE, officer, comment, at);
        turn++;
        if (last) {
            close(ProposalState.DECIDED, at);
        } else {
            steps.get(stop.number()).reach();
        }
        return last;
    }

    /** Sends back to the drafter (差戻し), for which a reason is owed. */
    public void sendBack(Officer officer, long seen, String reason, Instant at) {
        if (reason == null || reason.isBlank()) {
            throw new RuleViolation(REASON_MISSING);
        }
        turnOf(officer, seen).close(StepState.RETURNED, officer, reason, at);
        turn++;
        close(ProposalState.SENT_BACK, at);
    }

    private ProposalStep turnOf(Officer officer, long seen) {
        if (state != ProposalState.PROPOSED) {
            throw new RuleViolation(ALREADY_CLOSED);
        }
        if (seen != version) {
            throw new RuleViolation(CHANGED_MEANWHILE);
        }
        return steps.stream().filter(step -> step.waitsFor(officer)).findFirst()
                .orElseThrow(() -> new RuleViolation(NOT_YOUR_TURN));
    }

    private void close(ProposalState end, Instant at) {
        state = end;
        closedAt = at;
    }

    public UUID id() {
        return id;
    }

    public String subjectType() {
        return subjectType;
    }

    public UUID subjectId() {
        return subjectId;
    }

    /** True for the drafter and for everybody whose post stands on the route. */
    public boolean concerns(Officer officer) {
        return officer.id().equals(drafterId) || steps.stream().anyMatch(step -> step.isOf(officer));
    }

    /** The proposal and its route as people see it. */
    public ProposalView view() {
        return new ProposalView(
                id, version, matter, subjectType, subjectId, title, text, state.name(), drafterName, proposedAt,
                steps.stream().map(ProposalStep::view).toList());
    }
}

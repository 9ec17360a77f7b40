package jp.yakuba.approval.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import jp.yakuba.approval.api.ProposalView;

/** One stop of a route: a post whose holder agrees or sends back. */
@Entity
@Table(name = "apv_step")
public class ProposalStep {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "proposal_id", updatable = false)
    private Proposal proposal;

    @Column(nullable = false, updatable = false)
    private int number;

    @Column(nullable = false, updatable = false)
    private String post;

    @Column(nullable = false, updatable = false)
    private String postName;

    private UUID personId;

    private String personName;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private StepState state;

    private Instant actedAt;

    private String comment;

    protected ProposalStep() {
        // for JPA
    }

    ProposalStep(Proposal proposal, int number, String post, String postName) {
        this.id = UUID.randomUUID();
        this.proposal = proposal;
        this.number = number;
        this.post = post;
        this.postName = postName;
        this.state = number == 1 ? StepState.WAITING : StepState.AHEAD;
    }

    int number() {
        return number;
    }

    boolean waitsFor(Officer officer) {
        return state == StepState.WAITING && officer.posts().contains(post);
    }

    boolean isOf(Officer officer) {
        return officer.posts().contains(post) || officer.id().equals(personId);
    }

    boolean wasDoneByAnotherThan(UUID staff) {
        return state == StepState.DONE && !staff.equals(personId);
    }

    void reach() {
        state = StepState.WAITING;
    }

    void close(StepState end, Officer officer, String words, Instant at) {
        state = end;
        personId = officer.id();
        personName = officer.name();
        comment = words;
        actedAt = at;
    }

    ProposalView.Step view() {
        return new ProposalView.Step(post, postName, personName, state.name(), actedAt, comment);
    }
}

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
import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.approval.api.StopKind;

/** One stop of a route: a post whose holder acts, whoever holds it that day. */
@Entity
@Table(name = "apv_step")
public class ProposalStep {
    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "proposal_id", updatable = false)
    private Proposal proposal;

    private int number;
    private int stage;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private StopKind kind;

    @Column(nullable = false, updatable = false)
    private String post;

    @Column(nullable = false, updatable = false)
    private String postName;

    @Column(updatable = false)
    private String sectionName;

    @Column(updatable = false)
    private int rank;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private StepState state;

    private UUID personId;
    private String personName;
    private boolean byProxy;
    private Instant actedAt;
    private String comment;
    private UUID assigneeId;
    private String assigneeName;
    private Long reachedVersion;
    private Instant reachedAt;
    private LocalDate dueOn;
    private LocalDate remindedOn;
    private LocalDate escalatedOn;
    private String escalatedPost;

    protected ProposalStep() {
        // for JPA
    }

    ProposalStep(Proposal proposal, int number, Stop stop) {
        this.id = UUID.randomUUID();
        this.proposal = proposal;
        this.number = number;
        this.stage = stop.stage();
        this.kind = stop.kind();
        this.post = stop.post();
        this.postName = stop.postName();
        this.sectionName = stop.sectionName();
        this.rank = stop.rank();
        this.state = StepState.AHEAD;
    }

    int number() {
        return number;
    }

    int stage() {
        return stage;
    }

    StopKind kind() {
        return kind;
    }

    StepState state() {
        return state;
    }

    int rank() {
        return rank;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    /** Code of the post that is asked. */
    public String post() {
        return post;
    }

    /** Its title. */
    public String postName() {
        return postName;
    }

    /** Its section and title, as a history tells them years later. */
    String fullName() {
        return sectionName == null ? postName : sectionName + " " + postName;
    }

    boolean isHolding() {
        return kind.isHolding();
    }

    /** True if the decision waits for it now. */
    public boolean isHoldingNow() {
        return isHolding() && isWaiting();
    }

    boolean isWaiting() {
        return state == StepState.WAITING;
    }

    boolean waitsFor(Officer officer) {
        return isWaiting() && officer.posts().contains(post) && (assigneeId == null || assigneeId.equals(officer.id()));
    }

    boolean isOf(Officer officer) {
        return officer.posts().contains(post) || officer.id().equals(personId)
                || escalatedPost != null && officer.posts().contains(escalatedPost);
    }

    boolean wasDoneByAnotherThan(UUID staff) {
        return state == StepState.DONE && isHolding() && !staff.equals(personId);
    }

    boolean wasReachedAfter(long seen) {
        return reachedVersion != null && reachedVersion > seen;
    }

    /** True if the line of the history is the one by which its turn came. */
    public boolean wasReachedBy(ProposalEvent line) {
        return isWaiting() && reachedVersion != null && reachedVersion == line.number() - 1;
    }

    /** The holder to whom it was handed; null if any holder may act. */
    public UUID assignee() {
        return assigneeId;
    }

    boolean mayBeTakenOver(PullUpWindow window, boolean urgent) {
        return window.isOpen(post, reachedAt, urgent);
    }

    /** Begins to wait. */
    void reach(Moment now, LocalDate due) {
        state = StepState.WAITING;
        reachedVersion = (long) proposal.events();
        reachedAt = now.at();
        dueOn = due;
        remindedOn = null;
        escalatedOn = null;
        escalatedPost = null;
        forget();
    }

    /** Is not reached any more. */
    void reset() {
        state = StepState.AHEAD;
        reachedVersion = null;
        reachedAt = null;
        dueOn = null;
        assigneeId = null;
        assigneeName = null;
        forget();
    }

    private void forget() {
        personId = null;
        personName = null;
        byProxy = false;
        actedAt = null;
        comment = null;
    }

    void close(StepState end, Officer officer, String words, Instant at) {
        state = end;
        personId = officer.id();
        personName = officer.name();
        comment = words;
        actedAt = at;
    }

    void closeByProxy(Officer officer, String words, Instant at) {
        close(StepState.DONE, officer, words, at);
        byProxy = true;
    }

    void passOver(Instant at) {
        state = StepState.PASSED_OVER;
        actedAt = at;
    }

    void drop() {
        state = StepState.DROPPED;
    }

    void assign(UUID staff, String name) {
        assigneeId = staff;
        assigneeName = name;
    }

    /** Stands one stage later, for stops that are put in before it. */
    void shift() {
        stage++;
    }

    void remind(LocalDate day) {
        remindedOn = day;
    }

    void escalate(LocalDate day, String toPost) {
        escalatedOn = day;
        escalatedPost = toPost;
    }

    /** True if the day for acting is over and nobody was reminded yet. */
    public boolean owesReminder(LocalDate today) {
        return isWaiting() && remindedOn == null && dueOn != null && dueOn.isBefore(today);
    }

    /** True if its day was that one or earlier, and the post above does not know it yet. */
    public boolean owesEscalation(LocalDate lastDayPassed) {
        return isHoldingNow() && escalatedOn == null && dueOn != null && !dueOn.isAfter(lastDayPassed);
    }

    /** The same stop, asked again. */
    Stop asStop(StopKind otherKind) {
        return new Stop(stage, otherKind, post, postName, sectionName, rank);
    }

    ProposalView.Step view(Presence presence) {
        boolean open = state == StepState.WAITING || state == StepState.AHEAD;
        return new ProposalView.Step(
                number, stage, kind, post, postName, sectionName, personName, byProxy, state.name(), actedAt, comment, dueOn,
                assigneeName, open ? presence.holderOf(post) : null, open ? presence.returnOf(post) : null);
    }
}

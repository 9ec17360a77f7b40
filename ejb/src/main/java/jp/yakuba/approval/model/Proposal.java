package jp.yakuba.approval.model;

import static java.util.Comparator.comparingInt;
import static jp.yakuba.approval.api.ApprovalProblem.ALREADY_CLOSED;
import static jp.yakuba.approval.api.ApprovalProblem.CHANGED_MEANWHILE;
import static jp.yakuba.approval.api.ApprovalProblem.NOT_CONSULTED;
import static jp.yakuba.approval.api.ApprovalProblem.NOT_EARLIER;
import static jp.yakuba.approval.api.ApprovalProblem.NOT_THE_DECIDER;
import static jp.yakuba.approval.api.ApprovalProblem.NOT_THE_DRAFTER;
import static jp.yakuba.approval.api.ApprovalProblem.NOT_YOUR_TURN;
import static jp.yakuba.approval.api.ApprovalProblem.NO_OBJECTION;
import static jp.yakuba.approval.api.ApprovalProblem.NO_ROUTE;
import static jp.yakuba.approval.api.ApprovalProblem.OWN_PROPOSAL;
import static jp.yakuba.approval.api.ApprovalProblem.REASON_MISSING;
import static jp.yakuba.approval.api.ApprovalProblem.TOO_EARLY_TO_PULL_UP;
import static jp.yakuba.approval.api.ApprovalProblem.TOO_LATE_TO_WITHDRAW;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.approval.api.ApprovalDeed;
import jp.yakuba.approval.api.ProposalFile;
import jp.yakuba.approval.api.ProposalView;
import jp.yakuba.approval.api.ProposeDecision;
import jp.yakuba.approval.api.ProxyGround;
import jp.yakuba.approval.api.SettleObjection;
import jp.yakuba.approval.api.StopKind;
import jp.yakuba.kernel.RuleViolation;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A proposal (起案) on its way to a decision (決裁). It is born with a route of stages; the stops of a stage act in any order, and
 * when all have, the next stage opens; when none that holds the decision is left, it is decided. Every deed adds exactly one
 * line to its history. What is decided on never changes without a new version of the text, and nothing changes once closed.
 */
@Entity
@DynamicUpdate
@Table(name = "apv_proposal")
public class Proposal {
    @Id
    private UUID id;

    /** Guards against a copy read before the lock; the version that people name is {@link #version()}. */
    @Version
    private long version;

    @Embedded
    private Asked asked;

    private String text;
    private int textVersion;
    private String contentHash;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ProposalState state;

    @Embedded
    private Drafter drafter;

    @Column(nullable = false, updatable = false)
    private Instant proposedAt;

    private Instant closedAt;

    /** Kept for nodes of the version before, which read it. */
    private int turn;

    private int events;

    @Column(updatable = false)
    private int chainFrom;

    private String chainHash;

    /** Number of the last event that said or changed something everybody must have seen. */
    private int wordedEvent;

    @OneToMany(mappedBy = "proposal", cascade = CascadeType.PERSIST)
    @OrderBy("stage, number")
    private List<ProposalStep> steps = new ArrayList<>();

    protected Proposal() {
        // for JPA
    }

    /** Proposes; the route must have at least one stop. The first line of the history is {@link #born}. */
    public static Proposal make(ProposeDecision command, Terms terms, Drafter drafter, List<Stop> route, Moment now) {
        if (route.stream().noneMatch(stop -> stop.kind().isHolding())) {
            throw new RuleViolation(NO_ROUTE, command.matter());
        }
        var made = new Proposal();
        made.id = UUID.randomUUID();
        made.asked = Asked.by(command, terms);
        made.text = command.text();
        made.textVersion = 1;
        made.contentHash = made.hashOf(new Content(command.text(), command.contentHash(), command.files()));
        made.state = ProposalState.PROPOSED;
        made.drafter = drafter;
        made.proposedAt = now.at();
        made.chainHash = ProposalEvent.START;
        made.turn = 1;
        route.forEach(stop -> made.steps.add(new ProposalStep(made, made.steps.size() + 1, stop)));
        made.route().advance(now);
        return made;
    }

    /** The first line of the history, with the whole route. */
    public ProposalEvent born() {
        return note(EventKind.PROPOSED, drafter.doer(), null, null, asked.facts(steps));
    }

    /** Agrees, or decides if no other stop holds the decision. */
    public ProposalEvent agree(Officer officer, long seen, String comment, Moment now) {
        var step = turnOf(officer, seen);
        requireSecondPerson(step, officer);
        step.close(StepState.DONE, officer, comment, now.at());
        return goOn(step, doer(officer, step), comment, null, now);
    }

    /** Agrees or decides for somebody away (代決), who is asked to review it after the return. */
    public ProposalEvent agreeByProxy(Officer officer, long seen, String comment, ProxyGround ground, Moment now) {
        requireOpen(seen);
        var step = route().waiting(ground.post()).orElseThrow(() -> new RuleViolation(NOT_YOUR_TURN));
        requireSeen(step, seen);
        requireSecondPerson(step, officer);
        step.closeByProxy(officer, comment, now.at());
        route().askReview(this, step, now, ground.returnsOn());
        return goOn(step, doer(officer, step), comment, Details.ofProxy(ground), now);
    }

    private ProposalEvent goOn(ProposalStep step, ProposalEvent.Doer doer, String words, String details, Moment now) {
        turn++;
        if (route().advance(now)) {
            var kind = step.kind() == StopKind.CONSULT ? EventKind.CONSENTED : EventKind.AGREED;
            return note(kind, doer, step, words, details, now.at());
        }
        end(ProposalState.DECIDED, now.at());
        route().inform(now);
        return note(EventKind.DECIDED, doer, step, words, details, now.at());
    }

    private void requireSecondPerson(ProposalStep step, Officer officer) {
        if (route().isLast(step) && drafter.isIt(officer) && route().isAlone(officer.id())) {
            throw new RuleViolation(OWN_PROPOSAL);
        }
    }

    /** Objects for another section (異議). */
    public ProposalEvent object(Officer officer, long seen, String reason, Moment now) {
        var step = turnOf(officer, seen);
        if (step.kind() != StopKind.CONSULT) {
            throw new RuleViolation(NOT_CONSULTED);
        }
        step.close(StepState.OBJECTED, officer, required(reason), now.at());
        return worded(note(EventKind.OBJECTED, doer(officer, step), step, reason, null, now.at()));
    }

    /** Settles objections (調整): who objected is asked again, with another text everybody. */
    public ProposalEvent settle(
            Officer officer, SettleObjection command, Content changed, List<Stop> added, Moment now) {
        requireDrafter(officer);
        requireOpen(command.version());
        if (!route().hasObjection()) {
            throw new RuleViolation(NO_OBJECTION);
        }
        var answer = required(command.answer());
        route().putIn(this, added);
        if (changed != null) {
            textVersion++;
            text = changed.text();
            contentHash = hashOf(changed);
            route().again(now);
        } else {
            route().reopenObjections(now);
        }
        return worded(note(EventKind.SETTLED, drafter.doer(), null, answer, Details.ofStops(added), now.at()));
    }

    /** What is decided on from now on, as it is kept. */
    public ProposalText textOf(Content content, Instant at) {
        return new ProposalText(this, content, at);
    }

    /** Sends back to the drafter (差戻し), which closes it. */
    public ProposalEvent sendBack(Officer officer, long seen, String reason, Moment now) {
        required(reason);
        var step = turnOf(officer, seen);
        step.close(StepState.RETURNED, officer, reason, now.at());
        end(ProposalState.SENT_BACK, now.at());
        return note(EventKind.SENT_BACK, doer(officer, step), step, reason, null, now.at());
    }

    /** Sends back to an earlier stop (差戻し), which acts again, and everybody after it. */
    public ProposalEvent sendBackTo(Officer officer, long seen, int number, String reason, Moment now) {
        required(reason);
        var step = turnOf(officer, seen);
        var target = route().earlier(number, step).orElseThrow(() -> new RuleViolation(NOT_EARLIER));
        route().backTo(target, now);
        turn++;
        return worded(note(EventKind.SENT_BACK_TO_STOP, doer(officer, step), target, reason, null,
                now.at()));
    }

    /** Rejects (否決). */
    public ProposalEvent reject(Officer officer, long seen, String reason, Moment now) {
        required(reason);
        var step = turnOf(officer, seen);
        if (!route().isDecision(step)) {
            throw new RuleViolation(NOT_THE_DECIDER);
        }
        step.close(StepState.REJECTED, officer, reason, now.at());
        end(ProposalState.REJECTED, now.at());
        return note(EventKind.REJECTED, doer(officer, step), step, reason, null, now.at());
    }

    /** Takes back (引戻し) before anybody has acted, or while an objection stands. */
    public ProposalEvent withdraw(Officer officer, long seen, String reason, Moment now) {
        requireDrafter(officer);
        requireOpen(seen);
        if (!mayWithdraw()) {
            throw new RuleViolation(TOO_LATE_TO_WITHDRAW);
        }
        end(ProposalState.WITHDRAWN, now.at());
        return note(EventKind.WITHDRAWN, drafter.doer(), null, reason, null, now.at());
    }

    private boolean mayWithdraw() {
        return route().isUntouched() || route().hasObjection();
    }

    /** Gives up (廃案) what is open or came back. */
    public ProposalEvent abandon(Officer officer, long seen, String reason, Moment now) {
        requireDrafter(officer);
        required(reason);
        boolean back = state == ProposalState.SENT_BACK || state == ProposalState.WITHDRAWN;
        if (!back) {
            requireOpen(seen);
        }
        end(ProposalState.ABANDONED, now.at());
        return note(EventKind.ABANDONED, drafter.doer(), null, reason, null, now.at());
    }

    /** Is given up (廃案) by the office, because what it is about is no longer there. */
    public ProposalEvent lapse(String office, String reason, Moment now) {
        required(reason);
        requireOpenNow();
        end(ProposalState.ABANDONED, now.at());
        return note(EventKind.ABANDONED, new ProposalEvent.Doer(null, office, null, null), null, reason, null, now.at());
    }

    private void requireOpenNow() {
        if (state != ProposalState.PROPOSED) {
            throw new RuleViolation(ALREADY_CLOSED);
        }
    }

    /** Takes over (引上げ) from lower posts of the line, which review it afterwards. */
    public ProposalEvent pullUp(Officer officer, long seen, String reason, PullUpWindow window) {
        requireOpen(seen);
        var mine = route().above(officer).orElseThrow(() -> new RuleViolation(NOT_YOUR_TURN));
        var lower = route().lowerThan(mine);
        if (lower.stream().noneMatch(ProposalStep::isWaiting)) {
            throw new RuleViolation(NOT_YOUR_TURN);
        }
        if (!lower.stream().filter(ProposalStep::isWaiting).allMatch(step -> step.mayBeTakenOver(window, asked.urgent()))) {
            throw new RuleViolation(TOO_EARLY_TO_PULL_UP);
        }
        lower.forEach(step -> step.passOver(window.now().at()));
        lower.forEach(step -> route().askReview(this, step, window.now(), null));
        route().advance(window.now());
        turn++;
        return note(EventKind.PULLED_UP, doer(officer, mine), mine, reason, null, window.now().at());
    }

    /** Hands the stop over to another holder of the post. */
    public ProposalEvent handOver(Officer officer, long seen, Officer to, String words, Moment now) {
        requireOpen(seen);
        var step = route().holding()
                .filter(one -> one.isWaiting() && officer.posts().contains(one.post()) && to.posts().contains(one.post()))
                .findFirst().orElseThrow(() -> new RuleViolation(NOT_YOUR_TURN));
        step.assign(to.id(), to.name());
        return note(EventKind.HANDED_OVER, doer(officer, step), step, words,
                Details.ofPerson(to), now.at());
    }

    /** Says something. */
    public ProposalEvent comment(Officer officer, String words, Moment now) {
        required(words);
        var own = steps.stream().filter(step -> officer.posts().contains(step.post())).findFirst();
        var doer = own.map(step -> doer(officer, step))
                .orElseGet(() -> new ProposalEvent.Doer(officer.id(), officer.name(), null, null));
        return worded(note(EventKind.COMMENTED, doer, own.orElse(null), words, null, now.at()));
    }

    /** Has reviewed (後閲) or read; everything of the officer that waits so is done. */
    public ProposalEvent review(Officer officer, String words, Moment now) {
        var mine = route().toReview(officer).toList();
        if (mine.isEmpty()) {
            throw new RuleViolation(NOT_YOUR_TURN);
        }
        mine.forEach(step -> step.close(StepState.DONE, officer, words, now.at()));
        var first = mine.get(0);
        return note(EventKind.REVIEWED, doer(officer, first), first, words, null, now.at());
    }

    /** The office reminds whoever is late. */
    public ProposalEvent remind(ProposalStep step, String office, Moment now) {
        step.remind(now.today());
        return note(EventKind.REMINDED, new ProposalEvent.Doer(null, office, null, null), step, null, null, now.at());
    }

    /** The office tells the post above that somebody is late. */
    public ProposalEvent escalate(ProposalStep step, String office, Stop above, Moment now) {
        step.escalate(now.today(), above.post());
        return note(EventKind.ESCALATED, new ProposalEvent.Doer(null, office, above.post(), above.postName()), step, null,
                null, now.at());
    }

    private ProposalStep turnOf(Officer officer, long seen) {
        requireOpen(seen);
        var step = route().waiting(officer).orElseThrow(() -> new RuleViolation(NOT_YOUR_TURN));
        requireSeen(step, seen);
        return step;
    }

    private void requireOpen(long seen) {
        if (state != ProposalState.PROPOSED) {
            throw new RuleViolation(ALREADY_CLOSED);
        }
        if (seen > version() || seen < wordedEvent - 1) {
            throw new RuleViolation(CHANGED_MEANWHILE);
        }
    }

    private static void requireSeen(ProposalStep step, long seen) {
        if (step.wasReachedAfter(seen)) {
            throw new RuleViolation(CHANGED_MEANWHILE);
        }
    }

    private void requireDrafter(Officer officer) {
        if (!drafter.isIt(officer)) {
            throw new RuleViolation(NOT_THE_DRAFTER);
        }
    }

    private static String required(String words) {
        if (words == null || words.isBlank()) {
            throw new RuleViolation(REASON_MISSING);
        }
        return words;
    }

    private void end(ProposalState end, Instant at) {
        route().drop();
        state = end;
        closedAt = at;
    }

    private ProposalEvent note(EventKind kind, ProposalEvent.Doer doer, ProposalStep step, String words, String details) {
        return note(kind, doer, step, words, details, proposedAt);
    }

    private ProposalEvent note(
            EventKind kind, ProposalEvent.Doer doer, ProposalStep step, String words, String details, Instant at) {
        events++;
        var matter = new ProposalEvent.Matter(step == null ? null : step.number(), words, details);
        var event = new ProposalEvent(this, kind, doer, matter, at);
        chainHash = event.hash();
        return event;
    }

    private ProposalEvent worded(ProposalEvent event) {
        wordedEvent = events;
        return event;
    }

    private Route route() {
        return new Route(steps, asked.urgent(), asked.wantedBy());
    }

    private static ProposalEvent.Doer doer(Officer officer, ProposalStep step) {
        return new ProposalEvent.Doer(officer.id(), officer.name(), step.post(), step.fullName());
    }

    /** What the officer may do now; whether as somebody's stand-in is for others to say. */
    public Set<ApprovalDeed> deedsOf(Officer officer, boolean standsIn, PullUpWindow window) {
        var deeds = EnumSet.of(ApprovalDeed.COMMENT);
        if (state == ProposalState.PROPOSED) {
            route().waiting(officer).ifPresent(step -> deeds.addAll(deedsAt(step, officer)));
            addIf(deeds, standsIn, ApprovalDeed.APPROVE_AS_PROXY);
            addIf(deeds, mayPullUp(officer, window), ApprovalDeed.PULL_UP);
            addIf(deeds, route().holding().anyMatch(step -> step.isWaiting() && officer.posts().contains(step.post())),
                    ApprovalDeed.HAND_OVER);
        }
        addIf(deeds, route().toReview(officer).findAny().isPresent(), ApprovalDeed.REVIEW);
        if (drafter.isIt(officer)) {
            boolean open = state == ProposalState.PROPOSED;
            addIf(deeds, open && mayWithdraw(), ApprovalDeed.WITHDRAW);
            addIf(deeds, open && route().hasObjection(), ApprovalDeed.SETTLE);
            addIf(deeds, open || state == ProposalState.SENT_BACK || state == ProposalState.WITHDRAWN, ApprovalDeed.ABANDON);
        }
        return deeds;
    }

    private Set<ApprovalDeed> deedsAt(ProposalStep step, Officer officer) {
        var deeds = EnumSet.of(ApprovalDeed.SEND_BACK);
        boolean alone = route().isLast(step) && drafter.isIt(officer) && route().isAlone(officer.id());
        addIf(deeds, !alone, ApprovalDeed.APPROVE);
        addIf(deeds, step.kind() == StopKind.CONSULT, ApprovalDeed.OBJECT);
        addIf(deeds, route().isDecision(step), ApprovalDeed.REJECT);
        return deeds;
    }

    private boolean mayPullUp(Officer officer, PullUpWindow window) {
        return route().above(officer)
                .map(mine -> route().lowerThan(mine).stream().filter(ProposalStep::isWaiting).toList())
                .filter(waiting -> !waiting.isEmpty())
                .filter(waiting -> waiting.stream().allMatch(step -> step.mayBeTakenOver(window, asked.urgent())))
                .isPresent();
    }

    private static void addIf(Set<ApprovalDeed> deeds, boolean may, ApprovalDeed deed) {
        if (may) {
            deeds.add(deed);
        }
    }

    public UUID id() {
        return id;
    }

    public String subjectType() {
        return asked.subjectType();
    }

    public UUID subjectId() {
        return asked.subjectId();
    }

    public String title() {
        return asked.title();
    }

    /** What was asked and by which rule. */
    public Asked asked() {
        return asked;
    }

    /** Who proposed. */
    public Drafter drafter() {
        return drafter;
    }

    /** The version that people name with a deed: it moves with every line of the history. */
    public long version() {
        return events - 1L;
    }

    public ProposalState state() {
        return state;
    }

    int events() {
        return events;
    }

    int chainFrom() {
        return chainFrom;
    }

    String chainHash() {
        return chainHash;
    }

    /** 1 for the first text. */
    public int textVersion() {
        return textVersion;
    }

    String contentHash() {
        return contentHash;
    }

    String hashOf(Content content) {
        return content.hash(asked.matter(), asked.amount(), asked.title());
    }

    /** True for the drafter and for everybody whose post stands on the route. */
    public boolean concerns(Officer officer) {
        return drafter.isIt(officer) || steps.stream().anyMatch(step -> step.isOf(officer));
    }

    /** Stops that wait now. */
    public List<ProposalStep> waitingSteps() {
        return steps.stream().filter(ProposalStep::isWaiting).toList();
    }

    /** Whether nobody may stand in for the stop at that post now (代決の禁止). */
    public boolean isProxyExcluded(String post) {
        return asked.proxyExcluded() && route().waiting(post).filter(route()::isDecision).isPresent();
    }

    /** The proposal and its route as people see it. */
    public ProposalView view() {
        return view(Presence.UNKNOWN, List.of(), Set.of(), null);
    }

    /** The same with who sits where, the files, and what the asker may do. */
    public ProposalView view(Presence presence, List<ProposalFile> files, Set<ApprovalDeed> deeds, ProxyGround proxy) {
        var route = steps.stream()
                .sorted(comparingInt(ProposalStep::stage).thenComparingInt(ProposalStep::number))
                .map(step -> step.view(presence))
                .toList();
        return new ProposalView(
                id, version(), asked.matter(), asked.amount(), asked.subjectType(), asked.subjectId(), asked.title(), text,
                textVersion, contentHash, files, state.name(), asked.urgent(), asked.wantedBy(), asked.decisionClass(),
                asked.rule(), asked.section(), drafter.name(), drafter.id(), proposedAt, closedAt, asked.follows(),
                asked.amends(), route, deeds, proxy);
    }
}

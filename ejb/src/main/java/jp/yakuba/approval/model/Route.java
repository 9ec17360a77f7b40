package jp.yakuba.approval.model;

import static java.util.Comparator.comparingInt;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jp.yakuba.approval.api.StopKind;

/** The stops of one proposal as a whole: which stage is open, what follows, what is asked again. */
final class Route {
    private final List<ProposalStep> steps;
    private final boolean urgent;
    private final LocalDate wantedBy;

    Route(List<ProposalStep> steps, boolean urgent, LocalDate wantedBy) {
        this.steps = steps;
        this.urgent = urgent;
        this.wantedBy = wantedBy;
    }

    Stream<ProposalStep> holding() {
        return steps.stream().filter(ProposalStep::isHolding);
    }

    Optional<ProposalStep> waiting(Officer officer) {
        return holding().filter(step -> step.waitsFor(officer)).findFirst();
    }

    Optional<ProposalStep> waiting(String post) {
        return holding().filter(step -> step.isWaiting() && step.post().equals(post)).findFirst();
    }

    Stream<ProposalStep> toReview(Officer officer) {
        return steps.stream().filter(step -> !step.isHolding() && step.waitsFor(officer));
    }

    /** True if nothing that holds the decision is left beside the stop. */
    boolean isLast(ProposalStep step) {
        return holding().filter(other -> other != step)
                .allMatch(other -> other.state() == StepState.DONE || other.state() == StepState.PASSED_OVER);
    }

    boolean isDecision(ProposalStep step) {
        return step.kind() == StopKind.DECIDE || isLast(step);
    }

    boolean isAlone(UUID drafter) {
        return holding().noneMatch(step -> step.wasDoneByAnotherThan(drafter));
    }

    boolean hasObjection() {
        return holding().anyMatch(step -> step.state() == StepState.OBJECTED);
    }

    /** True if nobody has acted, nor was anybody passed over. */
    boolean isUntouched() {
        return holding().allMatch(step -> step.state() == StepState.WAITING || step.state() == StepState.AHEAD);
    }

    /** Opens the next stage if none is open; false if no stop that holds the decision is left. */
    boolean advance(Moment now) {
        if (holding().anyMatch(step -> step.state().isOpen())) {
            return true;
        }
        OptionalInt next = holding().filter(step -> step.state() == StepState.AHEAD).mapToInt(ProposalStep::stage).min();
        next.ifPresent(stage -> holding()
                .filter(step -> step.stage() == stage && step.state() == StepState.AHEAD)
                .forEach(step -> reach(step, now)));
        return next.isPresent();
    }

    void reach(ProposalStep step, Moment now) {
        step.reach(now, now.dueOn(step.kind(), urgent, wantedBy));
    }

    /** Tells those who are only told. */
    void inform(Moment now) {
        steps.stream().filter(step -> step.kind() == StopKind.INFORM && step.state() == StepState.AHEAD)
                .forEach(step -> reach(step, now));
    }

    /** Nothing that holds the decision waits any more; reviews go on. */
    void drop() {
        holding().filter(step -> step.state().isOpen()).forEach(ProposalStep::drop);
    }

    /** Lower posts of the line before the stop that have not acted. */
    List<ProposalStep> lowerThan(ProposalStep mine) {
        return holding()
                .filter(step -> step.kind() == StopKind.AGREE && step.stage() < mine.stage() && step.rank() > mine.rank())
                .filter(step -> step.state() == StepState.WAITING || step.state() == StepState.AHEAD)
                .toList();
    }

    /** The stop of a higher post that could take the matter over. */
    Optional<ProposalStep> above(Officer officer) {
        return holding()
                .filter(step -> step.state() == StepState.AHEAD && step.kind() != StopKind.CONSULT)
                .filter(step -> officer.posts().contains(step.post()))
                .min(comparingInt(ProposalStep::stage));
    }

    /** An earlier stop that has acted. */
    Optional<ProposalStep> earlier(int number, ProposalStep mine) {
        return holding()
                .filter(step -> step.number() == number && step.stage() < mine.stage())
                .filter(step -> step.state() == StepState.DONE || step.state() == StepState.PASSED_OVER)
                .findFirst();
    }

    /** The stop acts again, and everything after it. */
    void backTo(ProposalStep target, Moment now) {
        reset(step -> step.stage() > target.stage() && step.state() != StepState.PASSED_OVER);
        reach(target, now);
    }

    /** Everybody who was asked about another text is asked again. */
    void again(Moment now) {
        reset(step -> step.state() != StepState.PASSED_OVER);
        advance(now);
    }

    /** Who objected is asked again. */
    void reopenObjections(Moment now) {
        holding().filter(step -> step.state() == StepState.OBJECTED).forEach(step -> reach(step, now));
    }

    private void reset(Predicate<ProposalStep> which) {
        holding().filter(which).filter(step -> step.state() != StepState.AHEAD).forEach(ProposalStep::reset);
    }

    /** Adds a stop that is asked to look at what was done without its holder. */
    void askReview(Proposal proposal, ProposalStep missed, Moment now, LocalDate returnsOn) {
        var review = new ProposalStep(proposal, steps.size() + 1, missed.asStop(StopKind.REVIEW).at(lastStage() + 1));
        review.reach(now, now.reviewDueOn(returnsOn));
        steps.add(review);
    }

    /** Puts stops in right before the decision, all of them asked at the same time; who is only told comes last. */
    void putIn(Proposal proposal, List<Stop> added) {
        var asked = added.stream().filter(stop -> stop.kind().isHolding()).toList();
        if (!asked.isEmpty()) {
            int stage = holding().mapToInt(ProposalStep::stage).max().orElse(1);
            steps.stream().filter(step -> step.stage() >= stage).forEach(ProposalStep::shift);
            asked.forEach(stop -> steps.add(new ProposalStep(proposal, steps.size() + 1, stop.at(stage))));
        }
        added.stream().filter(stop -> !stop.kind().isHolding())
                .forEach(stop -> steps.add(new ProposalStep(proposal, steps.size() + 1, stop.at(lastStage() + 1))));
    }

    private int lastStage() {
        return steps.stream().mapToInt(ProposalStep::stage).max().orElse(0);
    }
}

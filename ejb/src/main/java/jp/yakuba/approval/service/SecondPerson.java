package jp.yakuba.approval.service;

import static jp.yakuba.approval.api.ApprovalProblem.NOBODY_ELSE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.approval.api.StopKind;
import jp.yakuba.approval.model.Stop;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.PostView;

/**
 * Sees to it that nobody has to decide alone what he drafted: a route on which everybody who is asked is the drafter gets one
 * stop more, the nearest post above that somebody else holds, and that one decides. Otherwise it could never be decided.
 */
@ApplicationScoped
public class SecondPerson {
    private OrganizationDesk organization;

    protected SecondPerson() {
        // for the container
    }

    @Inject
    public SecondPerson(OrganizationDesk organization) {
        this.organization = organization;
    }

    /** The route, made longer where the drafter would be alone on it. */
    List<Stop> on(List<Stop> route, UUID drafter, LocalDate day) {
        var asked = route.stream().filter(stop -> stop.kind().isHolding()).toList();
        if (asked.stream().anyMatch(stop -> isHeldByAnother(stop.post(), drafter, day))) {
            return route;
        }
        var last = asked.get(asked.size() - 1);
        var above = above(last, drafter, day);
        var decides = new Stop(last.stage() + 1, StopKind.DECIDE, above.code(), above.title(), above.sectionName(), above.rank());
        return Stream.of(
                        asked.stream().map(stop -> stop.kind() == StopKind.DECIDE ? stop.as(StopKind.AGREE) : stop),
                        Stream.of(decides),
                        route.stream().filter(stop -> !stop.kind().isHolding()).map(stop -> stop.at(last.stage() + 2)))
                .flatMap(stops -> stops)
                .toList();
    }

    private PostView above(Stop last, UUID drafter, LocalDate day) {
        return Stream.iterate(
                        organization.findPostAbove(last.post(), day), Optional::isPresent,
                        lower -> organization.findPostAbove(lower.get().code(), day))
                .flatMap(Optional::stream)
                .filter(post -> isHeldByAnother(post.code(), drafter, day))
                .findFirst()
                .orElseThrow(() -> new RuleViolation(NOBODY_ELSE, last.sectionName(), last.postName()));
    }

    private boolean isHeldByAnother(String post, UUID drafter, LocalDate day) {
        return organization.listHoldersOf(post, day).stream().anyMatch(holder -> !holder.id().equals(drafter));
    }
}

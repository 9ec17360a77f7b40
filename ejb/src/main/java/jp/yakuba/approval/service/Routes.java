package jp.yakuba.approval.service;

import static jp.yakuba.approval.api.ApprovalProblem.NOBODY_IN_POST;
import static jp.yakuba.approval.api.ApprovalProblem.NO_ROUTE;
import static jp.yakuba.approval.api.ApprovalProblem.ROUTE_FIXED;
import static jp.yakuba.approval.api.ApprovalProblem.STOP_UNFIT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.yakuba.approval.api.AddedStop;
import jp.yakuba.approval.api.ProposeDecision;
import jp.yakuba.approval.api.StopKind;
import jp.yakuba.approval.model.RouteDraft;
import jp.yakuba.approval.model.Stop;
import jp.yakuba.approval.model.Terms;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.DecisionRuleView;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.PostView;
import jp.yakuba.organization.api.RuleStop;

/** Makes the route of a proposal from the delegation table and from what the drafter adds. */
@ApplicationScoped
public class Routes {
    @Inject
    private OrganizationDesk organization;

    @Inject
    private SecondPerson second;

    @Inject
    private OfficeClock clock;

    /** The rule and the route that follows from it. */
    record Plan(DecisionRuleView rule, List<Stop> stops) {
        Terms terms(String section, UUID follows) {
            var source = rule.source() == null || rule.source().isBlank() ? null : rule.source();
            var text = source == null || rule.article() == null ? source : source + " " + rule.article();
            return new Terms(section, rule.decisionClass().name(), rule.proxyExcluded(), rule.editable(), text, follows);
        }
    }

    /** The plan for a proposal of the section by the drafter; refused if a post of it is held by nobody. */
    Plan plan(ProposeDecision command, String section, UUID drafter) {
        var rule = organization.decisionRule(command.matter(), command.amount(), section, clock.today());
        if (rule.stages().isEmpty()) {
            throw new RuleViolation(NO_ROUTE, command.matter());
        }
        rule.stops().forEach(stop -> requireHeld(stop.post()));
        var draft = RouteDraft.ofTable(
                rule.stages().stream().map(stage -> stage.stream().map(Routes::stop).toList()).toList(),
                rule.informed().stream().map(Routes::stop).toList());
        var stops = draft.with(command.added(), added(command.added(), rule.editable()));
        return new Plan(rule, second.on(stops, drafter, clock.today()));
    }

    /** Stops that the drafter adds, as the organisation knows them. */
    List<Stop> added(List<AddedStop> wanted, boolean editable) {
        if (!wanted.isEmpty() && !editable) {
            throw new RuleViolation(ROUTE_FIXED);
        }
        return wanted.stream().map(this::stop).toList();
    }

    private Stop stop(AddedStop wanted) {
        boolean fit = wanted.kind() != StopKind.DECIDE && wanted.kind() != StopKind.REVIEW;
        var post = organization.findPost(wanted.post(), clock.today());
        if (!fit || post.isEmpty()) {
            throw new RuleViolation(STOP_UNFIT, wanted.post());
        }
        requireHeld(post.get());
        return stop(wanted.kind(), post.get());
    }

    private static void requireHeld(PostView post) {
        if (post.staffId() == null) {
            throw new RuleViolation(NOBODY_IN_POST, post.sectionName(), post.title());
        }
    }

    private static Stop stop(RuleStop asked) {
        return stop(StopKind.valueOf(asked.kind().name()), asked.post());
    }

    private static Stop stop(StopKind kind, PostView post) {
        return new Stop(1, kind, post.code(), post.title(), post.sectionName(), post.rank());
    }
}

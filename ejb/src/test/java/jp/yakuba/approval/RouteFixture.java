package jp.yakuba.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.approval.api.ProposeDecision;
import jp.yakuba.approval.api.StopKind;
import jp.yakuba.approval.model.Drafter;
import jp.yakuba.approval.model.DueDays;
import jp.yakuba.approval.model.Moment;
import jp.yakuba.approval.model.Officer;
import jp.yakuba.approval.model.Proposal;
import jp.yakuba.approval.model.Stop;
import jp.yakuba.approval.model.Terms;
import jp.yakuba.kernel.OfficeCalendar;

/** A drafter, a lead, a chief, two other chiefs, a deputy and a mayor, and proposals on routes between them. */
public final class RouteFixture {
    public static final Officer DRAFTER = officer("clerk");
    public static final Officer LEAD = officer("lead");
    public static final Officer CHIEF = officer("chief");
    public static final Officer GENERAL = officer("general");
    public static final Officer PLANNING = officer("planning");
    public static final Officer DEPUTY = officer("deputy");
    public static final Officer MAYOR = officer("mayor");

    /** Tuesday, 24 November 2026, ten in the morning; the day before was a holiday. */
    public static final Instant TUESDAY = Instant.parse("2026-11-24T01:00:00Z");

    public static final OfficeCalendar CALENDAR = new OfficeCalendar(Set.of(LocalDate.of(2026, 11, 23)));
    public static final DueDays DAYS = new DueDays(3, 5, 3, 3, 5, 1);

    private RouteFixture() {}

    /** A moment so many days after that Tuesday. */
    public static Moment daysLater(int days) {
        return new Moment(TUESDAY.plusSeconds(86_400L * days), CALENDAR, DAYS);
    }

    public static Moment now() {
        return daysLater(0);
    }

    /** Somebody who holds one post of that name. */
    public static Officer officer(String post) {
        return new Officer(UUID.nameUUIDFromBytes(post.getBytes()), post, Set.of(post));
    }

    /** A route as words: stages between bars, a star for 合議, an exclamation mark for who is only told, the last decides. */
    public static List<Stop> route(String words) {
        var stages = words.split("\\|");
        return Stream.iterate(0, stage -> stage + 1).limit(stages.length).flatMap(stage ->
                Stream.of(stages[stage].strip().split(" +")).map(word -> stop(word, stage + 1, lastHolding(stages) == stage)))
                .toList();
    }

    private static int lastHolding(String[] stages) {
        int last = stages.length - 1;
        return stages[last].contains("!") ? last - 1 : last;
    }

    private static Stop stop(String word, int stage, boolean decides) {
        var post = word.replaceAll("[*!]", "");
        var kind = word.endsWith("*") ? StopKind.CONSULT
                : word.endsWith("!") ? StopKind.INFORM
                : decides ? StopKind.DECIDE : StopKind.AGREE;
        return new Stop(stage, kind, post, post, "課", rankOf(post));
    }

    private static int rankOf(String post) {
        return switch (post) {
            case "mayor" -> 10;
            case "deputy" -> 20;
            case "lead" -> 60;
            case "clerk" -> 70;
            default -> 40;
        };
    }

    public static Proposal proposed(String route) {
        return proposed(command(), route, false);
    }

    public static ProposeDecision command() {
        return new ProposeDecision("plan", 0, "application", UUID.randomUUID(), "計画の策定", "策定してよいか");
    }

    public static Proposal proposed(ProposeDecision command, String route, boolean proxyExcluded) {
        var terms = new Terms("child", "HEI", proxyExcluded, true, "専決規程 別表第1", null);
        var drafter = new Drafter(DRAFTER.id(), DRAFTER.name(), "clerk", "係員");
        var proposal = Proposal.make(command, terms, drafter, route(route), now());
        proposal.born();
        return proposal;
    }

    /** Where every stop stands, in order. */
    public static String states(Proposal proposal) {
        return String.join(" ", proposal.view().route().stream()
                .map(step -> step.post() + "=" + step.state()).toList());
    }
}

package jp.yakuba.approval.model;

import static jp.yakuba.approval.api.ApprovalProblem.STOP_UNFIT;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import jp.yakuba.approval.api.AddedStop;
import jp.yakuba.kernel.RuleViolation;

/**
 * A route while it is made: the stages of the delegation table, and what the drafter puts between them. What the table asks is
 * never taken away, and its last stage stays the last.
 *
 * @param stages stages of the table in order, the decision last
 * @param informed who is told afterwards
 */
public record RouteDraft(List<List<Stop>> stages, List<Stop> informed) {
    public RouteDraft {
        stages = List.copyOf(stages);
        informed = List.copyOf(informed);
    }

    /** The route of the table alone. */
    public static RouteDraft ofTable(List<List<Stop>> stages, List<Stop> informed) {
        return new RouteDraft(stages, informed);
    }

    /** The whole route in order, with the added stops, each given as it was wanted and as the organisation knows it. */
    public List<Stop> with(List<AddedStop> wanted, List<Stop> added) {
        var between = new TreeMap<Place, List<Stop>>();
        var told = new ArrayList<>(informed);
        for (int each = 0; each < wanted.size(); each++) {
            var want = wanted.get(each);
            if (added.get(each).kind().isHolding()) {
                int before = Math.min(want.beforeStage(), stages.size());
                between.computeIfAbsent(new Place(before, want.order()), place -> new ArrayList<>()).add(added.get(each));
            } else {
                told.add(added.get(each));
            }
        }
        return numbered(between, told);
    }

    private List<Stop> numbered(TreeMap<Place, List<Stop>> between, List<Stop> told) {
        var route = new ArrayList<Stop>();
        var asked = new HashSet<String>();
        int stage = 0;
        for (int tableStage = 1; tableStage <= stages.size(); tableStage++) {
            var before = tableStage;
            for (var place : between.keySet().stream().filter(one -> one.before() == before).toList()) {
                stage++;
                put(route, asked, between.get(place), stage);
            }
            stage++;
            put(route, asked, stages.get(tableStage - 1), stage);
        }
        put(route, new HashSet<>(), told, stage + 1);
        return route;
    }

    private static void put(List<Stop> route, HashSet<String> asked, List<Stop> stops, int stage) {
        for (var stop : stops) {
            if (!asked.add(stop.post())) {
                throw new RuleViolation(STOP_UNFIT, stop.postName());
            }
            route.add(stop.at(stage));
        }
    }

    /** Between which stages of the table, and there in which order. */
    private record Place(int before, int order) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return before == other.before ? Integer.compare(order, other.order) : Integer.compare(before, other.before);
        }
    }
}

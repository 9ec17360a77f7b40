package jp.yakuba.organization.model;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who has taken over whose duties (承継), of sections or of posts; days to come included. */
public final class Lineage {
    /** Nobody has taken anything over yet. */
    public static final Lineage NONE = new Lineage(List.of());

    private final Map<String, List<Step>> ahead;
    private final Map<String, List<Step>> behind;

    /**
     * That duties go from one to another.
     *
     * @param from code of the one that ends on the day
     * @param to code of the one that has its duties from the day on
     * @param day the first day
     * @param main true for the one heir that has what was not given to another
     */
    public record Step(String from, String to, LocalDate day, boolean main) {}

    /** Steps in the order in which they were written down. */
    public Lineage(List<Step> steps) {
        ahead = steps.stream().collect(groupingBy(Step::from));
        behind = steps.stream().collect(groupingBy(Step::to));
    }

    /** Whoever has the duties on the day, the main heir first; the one itself while nobody has taken over. */
    List<String> successorsOf(String code, LocalDate on) {
        var found = new LinkedHashSet<String>();
        follow(code, LocalDate.MIN, on, found);
        return List.copyOf(found);
    }

    /** Whoever has the duties mainly. */
    String successorOf(String code, LocalDate on) {
        return ahead.isEmpty() ? code : successorsOf(code, on).get(0);
    }

    /** A day leads to later days only, so that no error in the tables makes a circle of it. */
    private void follow(String code, LocalDate since, LocalDate on, Set<String> found) {
        var next = ahead.getOrDefault(code, List.of()).stream()
                .filter(step -> step.day().isAfter(since) && !step.day().isAfter(on))
                .sorted((one, other) -> Boolean.compare(other.main(), one.main()))
                .toList();
        if (next.isEmpty()) {
            found.add(code);
        }
        next.forEach(step -> follow(step.to(), step.day(), on, found));
    }

    /** Whoever's duties it has taken over by the day, nearest first; not itself. */
    Set<String> ancestorsOf(String code, LocalDate on) {
        var found = new LinkedHashSet<String>();
        trace(code, on.plusDays(1), found);
        return found;
    }

    private void trace(String code, LocalDate before, Set<String> found) {
        var last = behind.getOrDefault(code, List.of()).stream().filter(step -> step.day().isBefore(before)).toList();
        last.forEach(step -> found.add(step.from()));
        last.forEach(step -> trace(step.from(), step.day(), found));
    }

    /** The one and whoever's duties it has taken over. */
    Set<String> withAncestors(String code, LocalDate on) {
        var all = new LinkedHashSet<String>();
        all.add(code);
        all.addAll(ancestorsOf(code, on));
        return all;
    }

    /** The same as if nothing happened on the day. */
    Lineage without(LocalDate day) {
        return new Lineage(ahead.values().stream().flatMap(List::stream).filter(step -> !step.day().equals(day)).toList());
    }

    /** Steps of the day. */
    public List<Step> on(LocalDate day) {
        return ahead.values().stream().flatMap(List::stream).filter(step -> step.day().equals(day)).toList();
    }
}

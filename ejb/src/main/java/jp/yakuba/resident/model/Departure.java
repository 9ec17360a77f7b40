package jp.yakuba.resident.model;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.ResidentProblem;

/**
 * What becomes of a household when some of its members leave town (転出).
 *
 * @param members the present members and how they stand to the head
 * @param leaving those who leave; others than members do not matter
 */
public record Departure(Map<UUID, Relationship> members, Set<UUID> leaving) {
    public Departure {
        members = Map.copyOf(members);
        leaving = Set.copyOf(leaving);
    }

    /** True if nobody stays. */
    public boolean emptiesHousehold() {
        return leaving.containsAll(members.keySet());
    }

    /**
     * How those who stay stand to their new head; empty if the head stays, or nobody does. Whoever stays alone is the head; of several
     * it must be said, for all of them, and of one that they lead.
     */
    public Map<UUID, Relationship> regrouped(Map<UUID, String> said) {
        var staying = members.keySet().stream().filter(one -> !leaving.contains(one)).collect(toSet());
        if (staying.isEmpty() || members.entrySet().stream().noneMatch(one -> one.getValue().isHead() && leaving.contains(one.getKey()))) {
            return Map.of();
        }
        if (staying.size() == 1) {
            return Map.of(staying.iterator().next(), Relationship.HEAD);
        }
        if (!said.keySet().containsAll(staying)) {
            throw new RuleViolation(ResidentProblem.HEAD_NEEDED);
        }
        var regrouped = staying.stream().collect(toMap(one -> one, one -> new Relationship(said.get(one))));
        if (regrouped.values().stream().filter(Relationship::isHead).count() != 1) {
            throw new RuleViolation(ResidentProblem.HEAD_NEEDED);
        }
        return regrouped;
    }
}

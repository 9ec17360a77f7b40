package jp.yakuba.relocation.service;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.exchange.api.ParcelState;
import jp.yakuba.relocation.model.SentNotice;

/**
 * Where a notice goes that is told again, and which one it corrects: some of those before may be at the other town, others came to nothing.
 *
 * @param before those of the move that stood in each other's place, the latest first; at least one
 * @param states how far their letters are, by record
 */
record Retelling(List<SentNotice> before, Map<UUID, ParcelState> states) {
    private static final Set<ParcelState> ARRIVED = EnumSet.of(ParcelState.HANDED_OVER, ParcelState.RECEIPTED);
    private static final Set<ParcelState> NEVER_THERE = EnumSet.of(ParcelState.REFUSED, ParcelState.CANCELLED);

    Retelling {
        before = List.copyOf(before);
        states = Map.copyOf(states);
    }

    /** True if the letter is at the other town. */
    static boolean isThere(ParcelState state) {
        return ARRIVED.contains(state);
    }

    /** Id of the latest that the other town may have; else of the latest that was to leave. Null if none left. */
    UUID corrects() {
        return before.stream().filter(this::mayBeThere).findFirst().map(SentNotice::id).orElseGet(before.get(0)::lastLeft);
    }

    private boolean mayBeThere(SentNotice one) {
        var state = one.recordId() == null ? null : states.get(one.recordId());
        return state != null && !NEVER_THERE.contains(state);
    }

    /** Code of the office that has the latest of those that arrived, for a correction finds it nowhere else; empty if none did. */
    Optional<String> peer() {
        return before.stream().filter(one -> one.recordId() != null && states.containsKey(one.recordId()) && isThere(states.get(one.recordId())))
                .findFirst().map(SentNotice::peer);
    }
}

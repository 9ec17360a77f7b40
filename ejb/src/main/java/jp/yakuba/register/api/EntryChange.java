package jp.yakuba.register.api;

import java.time.Instant;
import java.util.List;

/**
 * A change of an entry.
 *
 * @param at when it was made here; of another office's entry, when this office took it
 * @param who who made it; null for what another office changed
 * @param deed what was done
 * @param reason why; null if nobody had to say so
 * @param differences what was otherwise from then on; nothing for the first state
 */
public record EntryChange(Instant at, String who, EntryDeed deed, String reason, List<Difference> differences) {
    public EntryChange {
        differences = List.copyOf(differences);
    }

    /** One thing that changed: before and after, as they travel; empty where there was none. */
    public record Difference(String member, String before, String after) {}
}

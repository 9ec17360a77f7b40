package jp.yakuba.web.shell;

import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Map;
import jp.yakuba.kernel.OfficeClock;

/** Places at this node for what is sent at once. Whoever does not come to an end holds theirs for a while only, and so nobody else out for ever. */
final class FewPlaces {
    static final int AT_ONCE = 4;
    static final Duration LONGEST = Duration.ofMinutes(2);

    private final OfficeClock clock;
    private final Map<Object, Instant> taken = new IdentityHashMap<>();

    FewPlaces(OfficeClock clock) {
        this.clock = clock;
    }

    /** True if there is a place for them. */
    synchronized boolean take(Object who) {
        var now = clock.now();
        taken.values().removeIf(since -> since.plus(LONGEST).isBefore(now));
        if (taken.size() >= AT_ONCE) {
            return false;
        }
        taken.put(who, now);
        return true;
    }

    /** Their place is free, if they still have it. */
    synchronized void leave(Object who) {
        taken.remove(who);
    }
}

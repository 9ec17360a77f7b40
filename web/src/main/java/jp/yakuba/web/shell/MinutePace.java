package jp.yakuba.web.shell;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import jp.yakuba.kernel.OfficeClock;

/** Counts what each address begins in a minute of the clock at this node; with a new minute all begin anew, so nothing grows. */
final class MinutePace {
    static final int MOST = 20;

    private final OfficeClock clock;
    private volatile Minute minute = new Minute(Instant.MIN, new ConcurrentHashMap<>());

    private record Minute(Instant begin, ConcurrentMap<String, Integer> counts) {}

    MinutePace(OfficeClock clock) {
        this.clock = clock;
    }

    /** True if the address may begin one more. */
    boolean step(String address) {
        return now().counts().merge(address, 1, Integer::sum) <= MOST;
    }

    private Minute now() {
        var begin = clock.now().truncatedTo(ChronoUnit.MINUTES);
        var known = minute;
        if (!known.begin().equals(begin)) {
            known = new Minute(begin, new ConcurrentHashMap<>());
            minute = known;
        }
        return known;
    }
}

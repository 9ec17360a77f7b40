package jp.yakuba.exchange.model;

import java.time.Duration;

/** How long is waited after an attempt that failed: 15 seconds, doubled each time, an hour at most. */
public final class Pause {
    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLED_AT_MOST = 8;

    private Pause() {}

    /** The pause after so many attempts, from 0. */
    public static Duration after(int attempts) {
        var pause = FIRST.multipliedBy(1L << Math.min(attempts, DOUBLED_AT_MOST));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}

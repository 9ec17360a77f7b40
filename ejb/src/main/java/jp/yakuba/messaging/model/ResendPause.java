package jp.yakuba.messaging.model;

import java.time.Duration;

/** How long a sent message may stay without its receiver's done before it is sent again: 1, 2, 4 … 60 minutes. */
public final class ResendPause {
    private static final Duration LONGEST = Duration.ofMinutes(60);
    private static final int DOUBLINGS_TO_LONGEST = 6;

    private ResendPause() {}

    /** The pause after the attempt with the number, from 1. */
    public static Duration after(int attempt) {
        if (attempt < 1) {
            throw new IllegalArgumentException("Attempts are counted from 1, not " + attempt);
        }
        var doublings = Math.min(attempt - 1, DOUBLINGS_TO_LONGEST);
        var pause = Duration.ofMinutes(1L << doublings);
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}

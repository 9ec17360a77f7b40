package jp.yakuba.notification.model;

import java.time.Duration;
import java.util.List;

/** How long a mail waits after a failed attempt: soon at first, half a day in the end, and for how long at all. */
public final class MailPause {
    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15),
            Duration.ofHours(1), Duration.ofHours(3), Duration.ofHours(6), Duration.ofHours(12), Duration.ofHours(12),
            Duration.ofHours(12), Duration.ofHours(24));

    private MailPause() {}

    /** The pause after the failed attempt with the number, from 1. */
    public static Duration after(int attempt) {
        return PAUSES.get(Math.min(attempt, PAUSES.size()) - 1);
    }

    /** True if after so many attempts nobody tries again. */
    public static boolean isOver(int attempts) {
        return attempts > PAUSES.size();
    }
}

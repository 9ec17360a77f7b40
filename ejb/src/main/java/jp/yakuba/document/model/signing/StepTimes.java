package jp.yakuba.document.model.signing;

import java.time.Duration;
import java.time.Instant;

/** When the next step of a signature is due. */
public final class StepTimes {
    private static final int LONGEST_MINUTES = 60;
    private static final Duration WHEN_OVER_ALREADY = Duration.ofDays(30);

    private StepTimes() {}

    /** How long to wait after so many failures: 1, 2, 4 … 60 minutes. */
    public static Duration pause(int failures) {
        return Duration.ofMinutes(failures > 6 ? LONGEST_MINUTES : 1L << Math.max(0, failures - 1));
    }

    /**
     * When an archive time stamp is renewed: so long before its certificate ends as the office says, but where it lasts no
     * longer than that, in the middle of what it lasts. In a sample town whose clock runs ahead, once a month.
     */
    static Instant renewal(Instant until, Duration before, Instant now) {
        if (!until.isAfter(now)) {
            return now.plus(WHEN_OVER_ALREADY);
        }
        var wished = until.minus(before);
        var middle = now.plus(Duration.between(now, until).dividedBy(2));
        return wished.isAfter(middle) ? wished : middle;
    }
}

package jp.yakuba.account.model;

import java.time.Duration;

/**
 * How many failures are borne before the door closes for a while (連続失敗の制限); each further closing lasts twice as long.
 *
 * @param failures failures that close the door
 * @param window span in which they count together
 * @param pause how long the door stays closed the first time
 * @param longest how long it stays closed at most
 */
public record AttemptRule(int failures, Duration window, Duration pause, Duration longest) {
    /** For one account or staff number: five failures. */
    public static final AttemptRule ACCOUNT =
            new AttemptRule(5, Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofHours(2));
    /** For one network address, behind which a whole school or shop may sit: sixty failures. */
    public static final AttemptRule ADDRESS =
            new AttemptRule(60, Duration.ofMinutes(15), Duration.ofMinutes(5), Duration.ofHours(1));
    /** For mails sent to one address: five in an hour. */
    public static final AttemptRule MAIL =
            new AttemptRule(5, Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(4));

    /** For mails that one network address, or one signed-in account, asks for: thirty in an hour, to whomever. */
    public static final AttemptRule MAILS_OF_ONE =
            new AttemptRule(30, Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(4));

    /** The pause after the given number of earlier closings. */
    public Duration pauseAfter(int lockouts) {
        var doubled = pause.multipliedBy(1L << Math.min(lockouts, 10));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}

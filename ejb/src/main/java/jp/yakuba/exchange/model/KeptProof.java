package jp.yakuba.exchange.model;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The signature of an exchanged container, kept provable beside it (長期の証拠).
 *
 * @param sent true if the message left, false if it arrived
 * @param sha256 of the container, which stays as it travelled
 * @param signatures the latest signature with its proof; null before any was made
 * @param until when the latest time stamp's certificate ends; null before any was made
 */
public record KeptProof(String peer, UUID message, boolean sent, String sha256, byte[] signatures, Instant until, int attempts) {
    private static final Duration AGAIN = Duration.ofDays(30);

    /**
     * When the time stamp is renewed: so long before its certificate ends, but never before the middle of what it lasts; where that is over
     * already, in a month.
     */
    public static Instant renewal(Instant made, Instant until, Duration before) {
        var middle = made.plus(Duration.between(made, until).dividedBy(2));
        var early = until.minus(before);
        var due = early.isAfter(middle) ? early : middle;
        return due.isAfter(made) ? due : made.plus(AGAIN);
    }
}

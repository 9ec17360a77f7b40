package jp.yakuba.exchange.model;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The signatures of an exchanged container and of the answer to it, kept provable beside them (長期の証拠).
 *
 * @param sent true if the message left, false if it arrived
 * @param sha256 of the container, which stays as it travelled
 * @param signatures the latest signature with its proof; null before any was made
 * @param answer the answer with its proof; null before any was made
 * @param until when the certificate behind the latest time stamp ends, the earlier one of the two; null before any was made
 */
public record KeptProof(String peer, UUID message, boolean sent, String sha256, byte[] signatures, byte[] answer, Instant until, int attempts) {
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

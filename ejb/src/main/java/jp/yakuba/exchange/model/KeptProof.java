package jp.yakuba.exchange.model;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The signature of an exchanged container or of the answer to it, kept provable beside it (長期の証拠).
 *
 * @param part whose signature
 * @param sent true if the message left, false if it arrived
 * @param sha256 of the container, which stays as it travelled, as the answer does
 * @param signatures the latest signature of the container, or the whole answer, with its proof; null before any was made
 * @param until when the certificate behind the latest time stamp ends; null before any was made
 */
public record KeptProof(ProofPart part, String peer, UUID message, boolean sent, String sha256, byte[] signatures, Instant until, int attempts) {
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

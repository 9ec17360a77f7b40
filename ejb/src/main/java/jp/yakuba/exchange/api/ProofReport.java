package jp.yakuba.exchange.api;

import java.time.Instant;
import java.util.List;

/**
 * What came out when the evidence of a message was checked.
 *
 * @param lines every point, in the order of {@link ProofPoint}
 * @param sha256 of the whole container; null if there was none to be found
 * @param head what stands in the letter; null unless the container is whole
 * @param seal whose signature stands in the container; null if none can be read
 * @param answer what the recipient answered; null if nothing, or if it does not hold
 */
public record ProofReport(List<Line> lines, String sha256, LetterHead head, Seal seal, Reply answer) {

    /**
     * How it stands with one point.
     *
     * @param fault why it does not hold, or cannot be said; null if it holds or there is none
     */
    public record Line(ProofPoint point, ProofState state, ExchangeFault fault) {}

    /**
     * A signature.
     *
     * @param organization the office, as its certificate says
     * @param signedAt when, as the signer says
     * @param provenAt the earliest time stamp that holds; null without one
     * @param until last moment of the certificate
     */
    public record Seal(String name, String organization, String issuer, Instant signedAt, Instant provenAt, Instant until) {}

    /**
     * What the recipient answered.
     *
     * @param number under which it was entered; null if it was refused
     * @param refusal the reason code; null if it was received
     */
    public record Reply(Instant at, String number, String refusal, String signer, String issuer) {}

    /** What all of it comes to: broken if one point is, else not to be said if one is not, else it holds. */
    public ProofState outcome() {
        return List.of(ProofState.BROKEN, ProofState.UNKNOWN).stream()
                .filter(state -> lines.stream().anyMatch(line -> line.state() == state)).findFirst().orElse(ProofState.HOLDS);
    }
}

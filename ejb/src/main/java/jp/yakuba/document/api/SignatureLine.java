package jp.yakuba.document.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A signed fair copy or sheet of a decision, and how far it is provable.
 *
 * @param deliveryId the recipient's delivery; null for the sheet of a decision
 * @param original SHA-256 of the copy as it was signed
 * @param signer whose certificate signed
 * @param issuer who issued the certificate
 * @param stampUntil end of the certificate behind the latest time stamp; null without one
 * @param nextAt when the next step is due
 * @param problem why it has to wait; null if nothing is wrong
 * @param mailWaits true while the mail waits for a time stamp
 * @param versions what was put beside it, first one first
 */
public record SignatureLine(
        UUID deliveryId, String original, String signer, String issuer, Instant signedAt, SignatureStage stage, Instant stampUntil,
        Instant nextAt, SignatureProblem problem, boolean mailWaits, List<Version> versions) {

    /** A version beside the original: each begins with the bytes of the one before. */
    public record Version(int number, String sha256, SignatureStage stage, Instant madeAt, Instant stampUntil) {}

    /** SHA-256 of the version that is given out. */
    public String latest() {
        return versions.isEmpty() ? original : versions.get(versions.size() - 1).sha256();
    }
}

package jp.yakuba.signature.api;

import java.time.Instant;

/**
 * What came out when a signature in XML was checked.
 *
 * @param fault why it does not hold; null if it does
 * @param detail for operators; empty if it holds
 * @param signer whose certificate signed; null if that cannot be read
 * @param signedAt when, as the signer says; null if that cannot be read
 * @param provenAt the earliest time stamp that holds; null without one, or if the signature does not hold
 * @param stamped true if there is any time stamp, whether it holds or not
 * @param xml the report of EU DSS, for keeping; null if it did not come to one
 */
public record SealReport(SealFault fault, String detail, Signer signer, Instant signedAt, Instant provenAt, boolean stamped, byte[] xml) {
    /** What is refused by its form alone. */
    public static SealReport refused(SealFault fault, String detail) {
        return new SealReport(fault, detail, null, null, null, false, null);
    }

    /** True if it holds. */
    public boolean holds() {
        return fault == null;
    }

    /** True if the certificate is over, was valid when it was used as its signer says, and no time stamp speaks of it: nobody can tell. */
    public boolean outlived() {
        return fault == SealFault.EXPIRED && !stamped && signer != null && signedAt != null && !signedAt.isAfter(signer.until());
    }
}

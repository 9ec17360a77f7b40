package jp.yakuba.signature.api;

import java.time.Instant;
import java.util.List;

/**
 * What came out when a signed document was checked.
 *
 * @param fault why it is not valid; null if it is
 * @param signer whose certificate signed; null if that cannot be read
 * @param signedAt when, as the signer says; null if that cannot be read
 * @param provenAt since when it is proven to exist: the earliest time stamp that holds; null without one
 * @param stamps its time stamps, first one first
 */
public record SignatureReport(
        SignatureVerdict verdict, SignatureFault fault, String signer, Instant signedAt, Instant provenAt, List<Stamp> stamps) {

    /** A time stamp, by whom, and whether it holds. */
    public record Stamp(Instant at, String by, boolean holds) {}

    /** A report on what cannot be read at all. */
    public static SignatureReport unreadable(SignatureFault fault) {
        return new SignatureReport(SignatureVerdict.INVALID, fault, null, null, null, List.of());
    }
}

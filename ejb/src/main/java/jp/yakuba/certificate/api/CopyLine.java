package jp.yakuba.certificate.api;

import java.time.Instant;
import java.util.UUID;
import jp.yakuba.exchange.api.ParcelLine;

/**
 * A request as it is listed.
 *
 * @param name of whoever asked; null once it is deleted, and where nobody is named
 * @param outcome null until the answer is here
 * @param number number of the letter that asks
 * @param letter how far that letter is; null if nothing is known of it
 * @param copies how many were issued
 */
public record CopyLine(
        UUID id, String name, String peer, String peerName, CopyState state, CopyOutcome outcome, String number, Instant askedAt, Instant answeredAt,
        ParcelLine letter, int copies) {
    /** The same without whoever asked. */
    public CopyLine unnamed() {
        return new CopyLine(id, null, peer, peerName, state, outcome, number, askedAt, answeredAt, letter, copies);
    }

    /** The same with how far its letter is. */
    public CopyLine with(ParcelLine parcel) {
        return new CopyLine(id, name, peer, peerName, state, outcome, number, askedAt, answeredAt, parcel, copies);
    }
}

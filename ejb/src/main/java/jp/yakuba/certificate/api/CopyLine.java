package jp.yakuba.certificate.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.exchange.api.ParcelLine;

/**
 * A request as it is listed.
 *
 * @param name of whoever asked; null once it is deleted, and where nobody is named
 * @param outcome null until the answer is here
 * @param number number of the letter that asks
 * @param asOf the day whose ledger says what came; null unless something was told
 * @param letter how far that letter is; null if nothing is known of it
 * @param replyRefused true if the office answered, and its letter could not be taken
 * @param copies how many were issued
 */
public record CopyLine(
        UUID id, String name, String peer, String peerName, CopyState state, CopyOutcome outcome, String number, Instant askedAt, Instant answeredAt,
        LocalDate asOf, ParcelLine letter, boolean replyRefused, int copies) {
    /** The same without whoever asked. */
    public CopyLine unnamed() {
        return new CopyLine(id, null, peer, peerName, state, outcome, number, askedAt, answeredAt, asOf, letter, replyRefused, copies);
    }

    /** The same with how far its letter is, and whether one that answers was refused here. */
    public CopyLine with(ParcelLine parcel, boolean refused) {
        return new CopyLine(id, name, peer, peerName, state, outcome, number, askedAt, answeredAt, asOf, parcel, refused, copies);
    }

    /** True if what came is of another day than this one, so that nothing can be issued of it. */
    public boolean isOldOn(LocalDate day) {
        return state == CopyState.ANSWERED && !day.equals(asOf);
    }

    /** True while it waits though the office has answered: its letter was refused here, and whoever waits must ask otherwise. */
    public boolean isAnsweredInVain() {
        return state == CopyState.WAITING && replyRefused;
    }
}

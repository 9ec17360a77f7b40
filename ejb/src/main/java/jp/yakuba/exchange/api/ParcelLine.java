package jp.yakuba.exchange.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A message that leaves, as it is listed.
 *
 * @param id of the message
 * @param recordId the outgoing record
 * @param peer code of the office it goes to
 * @param peerName its name
 * @param toSection section there; null if none is named
 * @param number number of the letter
 * @param title what it is about
 * @param mark who may open it
 * @param section section that sends it
 * @param state how far it is
 * @param handedOverAt when the peer kept all of it; null until then
 * @param answeredAt when the peer's answer came; null until then
 * @param theirNumber number under which the peer entered it (相手方の収受番号); null until then
 * @param fault reason code of a refusal; null if it is not refused
 * @param problem what stood in the way last; null if nothing did
 * @param nextAt when it is tried next; null if it is not under way
 * @param takeBackAt when it was asked back (取消); null if it was not. It came too late if the state says that the peer answered
 * @param offeredAt from when on the peer may have all of it, whether or not it ever said so; null until then
 * @param bytes size of the container; null until it is made
 */
public record ParcelLine(
        UUID id, UUID recordId, String peer, String peerName, String toSection, String number, String title, LetterMark mark, String section,
        ParcelState state, Instant orderedAt, Instant handedOverAt, Instant answeredAt, String theirNumber, String fault, String problem,
        int attempts, Instant nextAt, Long bytes, LocalDate deadline, Instant takeBackAt, Instant offeredAt,
        long version) {
    /** True if it can be taken back: it is under way and not wanted back yet, or it was given up and the peer may have all of it. */
    public boolean canBeTakenBack() {
        return nextAt != null && takeBackAt == null || state == ParcelState.GIVEN_UP && offeredAt != null;
    }

    /** True if it can be ordered again: it was given up, and never wanted back. */
    public boolean canBeOrderedAgain() {
        return state == ParcelState.GIVEN_UP && takeBackAt == null;
    }

    /** True while the peer is being told that it is wanted back. */
    public boolean isBeingTakenBack() {
        return takeBackAt != null && nextAt != null;
    }

    /** True if it was wanted back and the peer had answered before. */
    public boolean isTakenBackTooLate() {
        return takeBackAt != null && (state == ParcelState.RECEIPTED || state == ParcelState.REFUSED);
    }
}

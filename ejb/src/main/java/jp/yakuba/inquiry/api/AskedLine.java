package jp.yakuba.inquiry.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.yakuba.document.api.DraftState;

/**
 * What another office asks, in a list.
 *
 * @param section section that has the record, and answers
 * @param number the other office's number
 * @param arrivedAt when all of it was kept here
 * @param remindedAt when the very same came once more; null if it did not
 * @param extendedAt when the day became another one; null if it did not
 * @param draftId draft of the answer; null until there is one
 * @param draft where that draft stands; null if there is none
 */
public record AskedLine(
        UUID id, String section, String peerName, String title, String number, LocalDate deadline, AskedState state,
        Instant arrivedAt, Instant answeredAt, Instant remindedAt, Instant extendedAt, UUID draftId, DraftState draft) {
    /** As it lies here, before it is asked where the draft stands. */
    public AskedLine(UUID id, String section, String peerName, String title, String number, LocalDate deadline, AskedState state, Instant arrivedAt,
            Instant answeredAt, Instant remindedAt, Instant extendedAt, UUID draftId) {
        this(id, section, peerName, title, number, deadline, state, arrivedAt, answeredAt, remindedAt, extendedAt, draftId, null);
    }

    /** The same line with its title as it may be read, and where its draft stands. */
    public AskedLine with(UnaryOperator<String> hide, DraftState stands) {
        return new AskedLine(id, section, peerName, hide.apply(title), number, deadline, state, arrivedAt, answeredAt, remindedAt, extendedAt, draftId, stands);
    }
}

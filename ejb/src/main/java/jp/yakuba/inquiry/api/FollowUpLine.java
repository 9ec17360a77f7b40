package jp.yakuba.inquiry.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.document.api.DraftState;

/**
 * A letter after an inquiry that left.
 *
 * @param deadline the new day; null for a reminder
 * @param draft where its draft stands; null if that is gone
 * @param recordId the outgoing record; null until it is sent
 */
public record FollowUpLine(FollowUpKind kind, LocalDate deadline, UUID draftId, DraftState draft, UUID recordId, String number, Instant sentAt) {
    /** True until it is sent. */
    public boolean open() {
        return sentAt == null;
    }

    /** True if it may be sent now. */
    public boolean decided() {
        return open() && draft == DraftState.DECIDED;
    }
}

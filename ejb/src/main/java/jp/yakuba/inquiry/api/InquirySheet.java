package jp.yakuba.inquiry.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.DraftState;

/**
 * An inquiry with all that came of it.
 *
 * @param draftId the draft; null until there is one
 * @param draft where the draft stands; null if there is none
 * @param recordId the outgoing record; null until it is sent
 * @param closeReason why it was closed; null if it is open or was closed without words
 * @param followUps letters after it, first one first
 * @param version of its row
 */
public record InquirySheet(
        UUID id, String section, String title, String explanation, LocalDate deadline, InquiryState state, List<Question> form, List<OfficeLine> offices,
        UUID draftId, DraftState draft, UUID recordId, String number, String closeReason,
        List<FollowUpLine> followUps, long version) {
    public InquirySheet {
        form = List.copyOf(form);
        offices = List.copyOf(offices);
        followUps = List.copyOf(followUps);
    }

    /** The letter that is under way; null if there is none. */
    public FollowUpLine underWay() {
        return followUps.stream().filter(FollowUpLine::open).findFirst().orElse(null);
    }

    /** True if it may be sent now. */
    public boolean decided() {
        return state == InquiryState.DRAFTED && draft == DraftState.DECIDED;
    }
}

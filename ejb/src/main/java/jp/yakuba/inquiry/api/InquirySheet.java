package jp.yakuba.inquiry.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An inquiry with all that came of it.
 *
 * @param draftId the draft; null until there is one
 * @param recordId the outgoing record; null until it is sent
 * @param decided true if it may be sent now
 * @param closeReason why it was closed; null if it is open or was closed without words
 * @param version of its row
 */
public record InquirySheet(
        UUID id, String section, String title, String explanation, LocalDate deadline, InquiryState state, List<Question> form, List<OfficeLine> offices,
        UUID draftId, UUID recordId, String number, boolean decided, String closeReason, long version) {
    public InquirySheet {
        form = List.copyOf(form);
        offices = List.copyOf(offices);
    }
}

package jp.yakuba.inquiry.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jp.yakuba.document.api.DraftState;

/**
 * An inquiry in a list.
 *
 * @param number number of the letter; null until it is sent
 * @param asked offices that were asked, or will be
 * @param answered offices whose answer is here
 * @param draftId its draft; null until there is one
 * @param draft where that draft stands; null if there is none
 */
public record InquiryLine(
        UUID id, String section, String title, LocalDate deadline, InquiryState state, String number, Instant begunAt, int asked, int answered,
        UUID draftId, DraftState draft) {
    /** The same line with its title as it may be read, and where its draft stands. */
    public InquiryLine with(UnaryOperator<String> hide, DraftState stands) {
        return new InquiryLine(id, section, hide.apply(title), deadline, state, number, begunAt, asked, answered, draftId, stands);
    }
}

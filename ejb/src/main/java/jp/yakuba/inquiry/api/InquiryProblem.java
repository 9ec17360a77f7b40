package jp.yakuba.inquiry.api;

import jp.yakuba.kernel.Problem;

/** Every way the desks of inquiries say no. */
public enum InquiryProblem implements Problem {
    /** No such inquiry of one's own sections. */
    NO_SUCH_INQUIRY("INQ-001", 404),
    /** Changed by somebody else meanwhile. */
    CHANGED_MEANWHILE("INQ-002", 409),
    /** It is not in a state in which this can be done. */
    NOT_IN_THIS_STATE("INQ-003", 409),
    /** One's own posts do not reach to the section. */
    NOT_YOUR_SECTION("INQ-004", 403),
    /** No office is chosen, or one that may not be asked. */
    OFFICE_NOT_ASKED("INQ-005", 422),
    /** The answers are not whole, or not as the form wants them. */
    ANSWERS_NOT_WHOLE("INQ-006", 422),
    /** The form has no question, or one that cannot be answered. */
    FORM_NOT_WHOLE("INQ-007", 422),
    /** The day is over already. */
    DEADLINE_OVER("INQ-008", 422),
    /** The draft is not decided yet. */
    NOT_DECIDED("INQ-009", 409),
    /** More words than a letter takes. */
    TOO_LONG("INQ-010", 422),
    /** The address of a protected person stands in it, or the mark that hides one. */
    ADDRESS_PROTECTED("INQ-011", 422),
    /** The answers are larger than what can be kept; the detail is the code of the question that says most. */
    TOO_MUCH("INQ-012", 422),
    /** Another letter about the inquiry is under way. */
    FOLLOW_UP_OPEN("INQ-013", 409),
    /** Every office that was asked has answered. */
    NOBODY_TO_REMIND("INQ-014", 409),
    /** The new day is not after the one that stands, or is over. */
    DAY_NOT_LATER("INQ-015", 422),
    /** The letter carries a day before the one that stands by now: the other office would take it for another inquiry. */
    DAY_CHANGED("INQ-016", 409);

    private final String code;
    private final int httpStatus;

    InquiryProblem(String code, int httpStatus) {
        this.code = code;
        this.httpStatus = httpStatus;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int httpStatus() {
        return httpStatus;
    }
}

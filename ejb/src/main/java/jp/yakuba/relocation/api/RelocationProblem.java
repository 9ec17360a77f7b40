package jp.yakuba.relocation.api;

import jp.yakuba.kernel.Problem;

/** Every way the desk of notices says no. */
public enum RelocationProblem implements Problem {
    /** No such notice of one's own sections. */
    NO_SUCH_NOTICE("REL-001", 404),
    /** Changed by somebody else meanwhile. */
    CHANGED_MEANWHILE("REL-002", 409),
    /** It is entered, closed or replaced. */
    NOT_OPEN("REL-003", 409),
    /** Nobody of the ledger is said to be meant. */
    NOBODY_MEANT("REL-004", 422),
    /** The number is of nobody, or of somebody of another name and another day of birth. */
    PERSON_DOES_NOT_FIT("REL-005", 422),
    /** Why it is closed, or somebody is left away, is not said, or at too great length. */
    REASON_NEEDED("REL-006", 422),
    /** It is on its way, arrived, or was told again already. */
    NOT_TO_TELL("REL-007", 409),
    /** No notices are agreed with the town before any more. */
    NOT_AGREED("REL-008", 409),
    /** It is marked, and it is neither said that nobody of the ledger is meant nor who is and has left. */
    NOBODY_UNANSWERED("REL-009", 422),
    /** A number stands for two of the persons. */
    NUMBER_TWICE("REL-010", 422),
    /** The number is of somebody who has not left. */
    NOT_LEFT("REL-011", 422);

    private final String code;
    private final int httpStatus;

    RelocationProblem(String code, int httpStatus) {
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

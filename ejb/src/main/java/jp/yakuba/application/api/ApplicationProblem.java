package jp.yakuba.application.api;

import jp.yakuba.kernel.Problem;

/** Every way the application desks say no. */
public enum ApplicationProblem implements Problem {
    /** There is none, or it is somebody else's: the answer is the same. */
    NO_SUCH_APPLICATION("APL-001", 404),
    STATE_FORBIDS("APL-002", 409),
    CHANGED_MEANWHILE("APL-003", 409),
    ANSWERS_INCOMPLETE("APL-004", 422),
    IDENTITY_TOO_WEAK("APL-005", 403),
    NO_SUCH_PROCEDURE("APL-006", 404),
    FORM_FAULTY("APL-007", 422),
    FILE_REFUSED("APL-008", 422),
    SIGNATURE_REFUSED("APL-009", 422),
    TOO_MANY("APL-010", 422);

    private final String code;
    private final int httpStatus;

    ApplicationProblem(String code, int httpStatus) {
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

package jp.yakuba.approval.api;

import jp.yakuba.kernel.Problem;

/** Every way the decision desk says no. */
public enum ApprovalProblem implements Problem {
    NO_SUCH_PROPOSAL("APV-001", 404),
    NOT_YOUR_TURN("APV-002", 403),
    /** Who drafted it may not decide it alone. */
    OWN_PROPOSAL("APV-003", 403),
    CHANGED_MEANWHILE("APV-004", 409),
    ALREADY_CLOSED("APV-005", 409),
    /** The delegation table gives nobody for the matter. */
    NO_ROUTE("APV-006", 422),
    ALREADY_PROPOSED("APV-007", 409),
    REASON_MISSING("APV-008", 422);

    private final String code;
    private final int httpStatus;

    ApprovalProblem(String code, int httpStatus) {
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

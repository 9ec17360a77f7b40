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
    REASON_MISSING("APV-008", 422),
    /** A post of the route is held by nobody: section and title. */
    NOBODY_IN_POST("APV-009", 409),
    /** The rule does not let the drafter add stops. */
    ROUTE_FIXED("APV-010", 403),
    /** A stop that is added agrees, is consulted or is told; its post exists and stands on the route once. */
    STOP_UNFIT("APV-011", 422),
    /** The matter is excluded from 代決. */
    PROXY_EXCLUDED("APV-012", 403),
    /** The holder of the post is present. */
    HOLDER_PRESENT("APV-013", 409),
    /** Somebody before in the order of stand-ins is present: the title. */
    ANOTHER_STANDS_IN("APV-014", 403),
    /** Somebody has acted since it was proposed. */
    TOO_LATE_TO_WITHDRAW("APV-015", 409),
    /** Whoever has the matter has had too little time yet. */
    TOO_EARLY_TO_PULL_UP("APV-016", 409),
    /** Only who is consulted objects; others send back. */
    NOT_CONSULTED("APV-017", 403),
    /** Nobody objects, so there is nothing to settle. */
    NO_OBJECTION("APV-018", 409),
    /** It can be sent back to a stop that has acted, no further. */
    NOT_EARLIER("APV-019", 422),
    /** Only its drafter may do this. */
    NOT_THE_DRAFTER("APV-020", 403),
    /** It was not opened since it last changed. */
    NOT_OPENED("APV-021", 409),
    /** The colleague does not hold the post. */
    NOT_A_HOLDER("APV-022", 422),
    /** Only who decides rejects; others send back. */
    NOT_THE_DECIDER("APV-023", 403),
    /** The post was given up meanwhile; others act for it: the title. */
    POST_LEFT("APV-024", 403),
    /** Only something decided is changed by a new proposal. */
    NOT_DECIDED("APV-025", 409),
    /** Nobody but the drafter could decide: section and title of the last post asked. */
    NOBODY_ELSE("APV-026", 409);

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

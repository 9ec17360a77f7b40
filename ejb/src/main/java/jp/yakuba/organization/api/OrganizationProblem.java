package jp.yakuba.organization.api;

import jp.yakuba.kernel.Problem;

/** Every way the organisation's desks say no. Codes are never reused. */
public enum OrganizationProblem implements Problem {
    /** The first start has not loaded a town yet. */
    NO_TOWN_YET("ORG-001", 409),
    /** The clock is moved in sample towns only, never in production. */
    CLOCK_IS_REAL("ORG-002", 409),
    /** The clock is moved by at most twenty years. */
    SHIFT_TOO_FAR("ORG-003", 400);

    private final String code;
    private final int httpStatus;

    OrganizationProblem(String code, int httpStatus) {
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

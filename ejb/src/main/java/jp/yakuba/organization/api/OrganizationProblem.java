package jp.yakuba.organization.api;

import jp.yakuba.kernel.Problem;

/** Every way the organisation's desks say no. Codes are never reused. */
public enum OrganizationProblem implements Problem {
    /** The first start has not loaded a town yet. */
    NO_TOWN_YET("ORG-001", 409),
    /** The clock is moved in sample towns only, never in production. */
    CLOCK_IS_REAL("ORG-002", 409),
    /** The clock is moved by at most twenty years. */
    SHIFT_TOO_FAR("ORG-003", 400),
    /** No such absence, or it is not one's own. */
    NO_SUCH_ABSENCE("ORG-004", 404),
    /** Absences of others are written by the personnel section. */
    NOT_YOUR_ABSENCE("ORG-005", 403),
    /** An absence ends after it begins, within the days the office allows to be written ahead. */
    ABSENCE_UNREASONABLE("ORG-006", 400),
    /** The person is written down as away at that time already. */
    ALREADY_AWAY("ORG-007", 409),
    NO_SUCH_STAFF("ORG-008", 404),
    /** A change of a rule takes effect today at the earliest. */
    RULE_FROM_PAST("ORG-009", 400),
    NO_SUCH_RULE("ORG-010", 404),
    /** What a line says cannot be: its first fault. */
    RULE_UNFIT("ORG-011", 422),
    /** Only a line that has not begun is taken back. */
    RULE_HAS_BEGUN("ORG-012", 409),
    /** A reorganisation is planned for a day to come; what has begun is history. */
    PLAN_FROM_PAST("ORG-013", 409),
    /** For the day nothing is planned. */
    NO_SUCH_PLAN("ORG-014", 404),
    /** Appointments or later plans stand on what would be taken back. */
    PLAN_IN_USE("ORG-015", 409),
    NO_SUCH_APPOINTMENT("ORG-016", 404),
    /** Only an appointment that has not begun is taken back. */
    APPOINTMENT_HAS_BEGUN("ORG-017", 409);

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

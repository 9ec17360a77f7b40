package jp.yakuba.notification.api;

import jp.yakuba.kernel.Problem;

/** Every way the notification desks say no. Codes are never reused. */
public enum NotificationProblem implements Problem {
    /** The person has no notice with this id. */
    NO_SUCH_NOTICE("NTF-001", 404),
    /** The mail is on its way or has arrived; only one that failed or is unsure is sent again. */
    NOT_STRANDED("NTF-002", 409),
    /** Whoever sends again says why. */
    REASON_MISSING("NTF-003", 422);

    private final String code;
    private final int httpStatus;

    NotificationProblem(String code, int httpStatus) {
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

package jp.yakuba.messaging.api;

import jp.yakuba.kernel.Problem;

/** Every way the messaging desk says no. Codes are never reused. */
public enum MessagingProblem implements Problem {
    /** No message has this id. */
    NO_SUCH_MESSAGE("MSG-001", 404),
    /** The message is done, was sent again, or was dropped before. */
    ALREADY_CLOSED("MSG-002", 409),
    /** Whoever sends again or drops says why. */
    REASON_MISSING("MSG-003", 422);

    private final String code;
    private final int httpStatus;

    MessagingProblem(String code, int httpStatus) {
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

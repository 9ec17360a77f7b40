package jp.yakuba.share.api;

import jp.yakuba.kernel.Problem;

/** Every way the desk of shared procedures says no. */
public enum ShareProblem implements Problem {
    /** No office offers such a procedure, or it was not taken over. */
    NO_SUCH_PROCEDURE("SHR-001", 404),
    /** The origin has written it anew since it was looked at. */
    CHANGED_MEANWHILE("SHR-002", 409),
    /** Somebody is writing the form of this procedure already. */
    WORKING_COPY_THERE("SHR-003", 409),
    /** It is not in this town's catalogue today. */
    NOT_IN_CATALOGUE("SHR-004", 404);

    private final String code;
    private final int httpStatus;

    ShareProblem(String code, int httpStatus) {
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

package jp.yakuba.certificate.api;

import jp.yakuba.kernel.Problem;

/** Every way the desk of certificates says no. */
public enum CertificateProblem implements Problem {
    /** No such request of one's own sections. */
    NO_SUCH_REQUEST("CRT-001", 404),
    /** Changed by somebody else meanwhile. */
    CHANGED_MEANWHILE("CRT-002", 409),
    /** Not possible in this state. */
    NOT_IN_THIS_STATE("CRT-003", 409),
    /** The service is not agreed with the office, or it is suspended. */
    OFFICE_NOT_ASKED("CRT-004", 422),
    /** Nobody compared whoever asks with the document. */
    IDENTITY_NOT_CHECKED("CRT-005", 422),
    /** Some of the household are wanted and none is named, or the other way round. */
    NOBODY_NAMED("CRT-006", 422),
    /** Its sheet was fetched already. */
    PRINTED_ALREADY("CRT-007", 409),
    /** Why a sheet is void is not said, or at too great length, or it is void already. */
    REASON_NEEDED("CRT-008", 422),
    /** Something stands in the request that cannot travel. */
    CANNOT_TRAVEL("CRT-009", 422),
    /** A sheet was issued, and neither fetched nor declared void. */
    SHEET_WAITS("CRT-010", 409),
    /** What came is of another day than today. */
    ANSWER_OF_ANOTHER_DAY("CRT-011", 409),
    /** What came is not just what the request says, and nobody looked. */
    NOT_COMPARED("CRT-012", 422);

    private final String code;
    private final int httpStatus;

    CertificateProblem(String code, int httpStatus) {
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

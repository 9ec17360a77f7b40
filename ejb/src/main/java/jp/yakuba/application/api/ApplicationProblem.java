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
    TOO_MANY("APL-010", 422),
    /** The mandate does not stand today, or does not cover the procedure. */
    MANDATE_MISSING("APL-011", 403),
    /** The time is closed, past, or was booked by somebody else just now. */
    TIME_TAKEN("APL-012", 409),
    /** The ledger has not entered the move or the birth yet, or not as it was corrected. */
    LEDGER_NOT_READY("APL-013", 409),
    /** What it waits for is not final yet. */
    NOT_ITS_TURN("APL-014", 409),
    /** A refusal without reasons (行政手続法8条). */
    REASONS_MISSING("APL-015", 422),
    /** A period for correction that is over already, or beyond all reason. */
    PERIOD_UNREASONABLE("APL-016", 422),
    /** A path that the form does not ask. */
    NO_SUCH_QUESTION("APL-017", 422),
    NO_NOTICE_YET("APL-018", 404),
    /** The signature is good, but it is another person's than the applicant. */
    SIGNED_BY_ANOTHER("APL-019", 422),
    NO_SUCH_STAFF("APL-020", 422),
    /** Only somebody of this town's ledger can report it. */
    NOT_IN_LEDGER("APL-021", 422),
    /** What the catalogue should tell is not whole; the details name each place. */
    PROCEDURE_FAULTY("APL-022", 422),
    /** Whoever gave the mandate was known less surely then than the procedure needs. */
    MANDATE_TOO_WEAK("APL-023", 403),
    /** The law names who reports it (戸籍法52条); nobody does it by mandate. */
    NOT_BY_AGENT("APL-024", 422),
    /** It was written or sent by somebody known more surely than this session knows its owner. */
    KNOWN_LESS_SURELY("APL-025", 403),
    /** The sheet of the counter was sent before, with other words on it. */
    SHEET_USED("APL-026", 409),
    /** Nobody goes onto a sheet of the counter who was not found in a search with a reason, just now, by this clerk. */
    PERSON_NOT_FOUND("APL-027", 403),
    /** The correction was answered, or the office or the applicant has gone on without it. */
    CORRECTION_OVER("APL-028", 409),
    /** A booked visit is so near that it can be moved or cancelled by a call only. */
    VISIT_TOO_NEAR("APL-029", 409);

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

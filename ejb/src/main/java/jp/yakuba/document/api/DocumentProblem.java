package jp.yakuba.document.api;

import jp.yakuba.kernel.Problem;

/** Every way the records desk and the file room say no. */
public enum DocumentProblem implements Problem {
    NO_SUCH_RECORD("DOC-001", 404),
    FILE_TOO_LARGE("DOC-002", 413),
    /** The content is of a kind the office does not take, such as a program or a script. */
    TYPE_NOT_TAKEN("DOC-003", 415),
    /** The name promises one kind of file, the content is another. */
    DISGUISED("DOC-004", 422),
    /** An archive that would grow beyond all measure when opened. */
    ARCHIVE_BOMB("DOC-005", 422),
    VIRUS_FOUND("DOC-006", 422),
    /** A scanner is asked for by the settings but does not answer: nothing is taken unchecked. */
    SCAN_UNAVAILABLE("DOC-007", 409),
    NO_SUCH_FILE("DOC-008", 404),
    FILE_EMPTY("DOC-009", 422),
    NO_SUCH_SECTION("DOC-010", 422);

    private final String code;
    private final int httpStatus;

    DocumentProblem(String code, int httpStatus) {
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

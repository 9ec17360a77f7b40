package jp.yakuba.resident.api;

import jp.yakuba.kernel.Problem;

/** Every way the ledger says no. Codes are never reused. */
public enum ResidentProblem implements Problem {
    /** Nobody with this id is in the ledger. */
    NO_SUCH_PERSON("RES-001", 404),
    /** No event with this id. */
    NO_SUCH_EVENT("RES-002", 404),
    /** The event is not provisional any more. */
    NOT_PROVISIONAL("RES-003", 409),
    /** Somebody else changed it in the meantime. */
    CHANGED_MEANWHILE("RES-004", 409),
    /** Something stands against the entry; the details name it. */
    ENTRY_INCOMPLETE("RES-005", 422),
    /** A relationship the ledger does not know (続柄). */
    UNKNOWN_RELATIONSHIP("RES-006", 422),
    /** No standing protection with this id. */
    NO_SUCH_PROTECTION("RES-007", 404),
    /** An extension comes at the earliest one month before the end. */
    TOO_EARLY_TO_EXTEND("RES-008", 409),
    /** A release needs a second person. */
    SECOND_PERSON_NEEDED("RES-009", 403),
    /** No waiting request for a release with this id. */
    NO_SUCH_RELEASE("RES-010", 404),
    /** The person's address is not protected: there is nothing to release. */
    NOT_PROTECTED("RES-011", 409),
    /** The person has left the town already. */
    ALREADY_LEFT("RES-012", 409),
    /** The head leaves and several stay: who leads them now, and how each stands to the new head, must be said. */
    HEAD_NEEDED("RES-013", 422),
    /** The day lies before the person came, or in the future. */
    DAY_DOES_NOT_FIT("RES-014", 422),
    /** Whether the family asks for protection must be answered before the move becomes final. */
    PROTECTION_UNANSWERED("RES-015", 422);

    private final String code;
    private final int httpStatus;

    ResidentProblem(String code, int httpStatus) {
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

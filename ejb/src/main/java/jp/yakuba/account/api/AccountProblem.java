package jp.yakuba.account.api;

import jp.yakuba.kernel.Problem;

/** Every way the desks of account and identity say no. */
public enum AccountProblem implements Problem {
    /** Address, number or password is wrong, or there is no such account: the answer is the same. */
    CREDENTIALS_WRONG("ACC-001", 401),
    /** Too many failures for this account or from this place. */
    TRY_LATER("ACC-002", 429),
    CODE_WRONG("ACC-003", 401),
    LINK_LAPSED("ACC-004", 410),
    PASSWORD_WEAK("ACC-005", 422),
    NO_SUCH_ACCOUNT("ACC-006", 404),
    SESSION_ENDED("ACC-007", 401),
    MAIL_UNREADABLE("ACC-008", 422),
    NAME_UNREADABLE("ACC-009", 422),
    SECOND_FACTOR_STATE("ACC-010", 409),
    CARD_UNREADABLE("ACC-011", 422),
    CARD_EXPIRED("ACC-012", 403),
    CARD_NOT_YET_VALID("ACC-013", 403),
    CARD_ISSUER_UNKNOWN("ACC-014", 403),
    CARD_WRONG_KIND("ACC-015", 403),
    CARD_REVOKED("ACC-016", 403),
    /** Whether the card was revoked could not be asked, so it is not accepted. */
    CARD_NOT_CHECKED("ACC-017", 409),
    CARD_OF_ANOTHER("ACC-018", 409),
    HANDOVER_LAPSED("ACC-019", 410),
    LAST_WAY_IN("ACC-020", 409),
    SIGNATURE_WRONG("ACC-021", 422),
    SIGNED_FACTS_UNREADABLE("ACC-022", 422),
    MANDATE_UNREADABLE("ACC-023", 422),
    NO_SUCH_MANDATE("ACC-024", 404),
    NO_SUCH_SESSION("ACC-025", 404),
    NO_SUCH_CARD("ACC-026", 404),
    /** Nobody of the ledger is joined with an account who was not found in a search with a reason, just now, by this clerk. */
    NOT_FOUND_WITH_A_REASON("ACC-027", 403),
    PERSON_PROTECTED("ACC-028", 403),
    /** Account or person is joined with another, and the clerk did not say that this is to end. */
    LINKED_ALREADY("ACC-029", 409),
    PERSON_GONE("ACC-030", 409);

    private final String code;
    private final int httpStatus;

    AccountProblem(String code, int httpStatus) {
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

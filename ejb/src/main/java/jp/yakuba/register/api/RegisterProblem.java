package jp.yakuba.register.api;

import jp.yakuba.kernel.Problem;

/** Every way the desk of joint registers says no. */
public enum RegisterProblem implements Problem {
    /** No office has such an entry. */
    NO_SUCH_ENTRY("REG-001", 404),
    /** The register is in the hands of another section. */
    OTHER_SECTION("REG-002", 403),
    /** Somebody changed the entry since it was looked at. */
    CHANGED_MEANWHILE("REG-003", 409),
    /** Something that is written down cannot be so. */
    ENTRY_WRONG("REG-004", 422),
    /** Detail: the number under which the corporation is registered already. */
    ALREADY_REGISTERED("REG-005", 409),
    /** It was taken off the register. */
    WITHDRAWN_ALREADY("REG-006", 409),
    /** Whoever withdraws or lifts says why. */
    REASON_MISSING("REG-007", 422),
    /** A suspension that ends before it begins, has no ground, or is not of a vendor. */
    SUSPENSION_WRONG("REG-008", 422),
    /** Persons are looked for by words of at least two letters of the name, or by the whole number. */
    WORDS_MISSING("REG-009", 422),
    /** Detail: how many suspensions an entry holds at most. */
    TOO_MANY_SUSPENSIONS("REG-010", 422),
    /** Words with the mark of a hidden address would be written over the address. */
    HIDDEN_WORDS("REG-011", 409);

    private final String code;
    private final int httpStatus;

    RegisterProblem(String code, int httpStatus) {
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

package jp.yakuba.account.model;

import jp.yakuba.account.api.AccountProblem;

/** What the check of a certificate came to. Only {@link #VALID} opens a door. */
public enum CertificateVerdict {
    VALID(null),
    EXPIRED(AccountProblem.CARD_EXPIRED),
    NOT_YET_VALID(AccountProblem.CARD_NOT_YET_VALID),
    UNKNOWN_ISSUER(AccountProblem.CARD_ISSUER_UNKNOWN),
    WRONG_KIND(AccountProblem.CARD_WRONG_KIND),
    REVOKED(AccountProblem.CARD_REVOKED),
    /** No revocation list, or one too old or not the issuer's: whether the card was revoked is not known. */
    NOT_CHECKED(AccountProblem.CARD_NOT_CHECKED);

    private final AccountProblem problem;

    CertificateVerdict(AccountProblem problem) {
        this.problem = problem;
    }

    /** The ground on which a certificate of this verdict is refused; null for a valid one. */
    public AccountProblem problem() {
        return problem;
    }
}

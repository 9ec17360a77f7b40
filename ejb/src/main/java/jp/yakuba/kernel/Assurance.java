package jp.yakuba.kernel;

/**
 * How surely a person is known (本人確認の水準), weakest first; a procedure names the least it needs.
 *
 * <p>{@link #SIGNATURE} is a card sign-in to which a signature by the signature certificate (署名用電子証明書) is added
 * on the procedure itself; a session alone reaches {@link #CARD}.
 */
public enum Assurance {
    /** Nobody has signed in. */
    NONE,
    /** A mail address that answered. */
    MAIL,
    /** Account with password. */
    PASSWORD,
    /** Password and one-time code. */
    TWO_FACTOR,
    /** Sign-in certificate of the IC card (利用者証明用電子証明書). */
    CARD,
    /** Signed with the signature certificate (署名用電子証明書). */
    SIGNATURE;

    /** True if this level is at least the one needed. */
    public boolean satisfies(Assurance needed) {
        return compareTo(needed) >= 0;
    }
}

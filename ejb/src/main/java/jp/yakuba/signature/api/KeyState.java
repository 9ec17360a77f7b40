package jp.yakuba.signature.api;

/** How the office's key is; each has its words under {@code office.health.signing.<name>}. */
public enum KeyState {
    /** None is named: nothing is signed. */
    OFF,
    WORKING,
    /** The file is not there or cannot be read. */
    UNREADABLE,
    WRONG_PASSWORD,
    /** The file holds no key with a certificate. */
    EMPTY,
    /** The certificate is over, or not yet valid. */
    EXPIRED,
    REVOKED
}

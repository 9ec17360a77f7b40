package jp.yakuba.signature.api;

/** Why a signature in XML does not hold. */
public enum SealFault {
    MISSING,
    NOT_ONE,
    UNREADABLE,
    /** Something stands where what was signed should stand. */
    WRAPPED,
    /** A transformation, or an address outside. */
    REFERENCE,
    /** A file that the signature does not cover. */
    UNSIGNED,
    /** Not what was signed, or not signed with the key of the certificate. */
    CHANGED,
    ALGORITHM_WEAK,
    KEY_WEAK,
    EXPIRED,
    NOT_YET_VALID,
    REVOKED,
    /** No authority that the office trusts stands behind the certificate. */
    UNTRUSTED,
    /** Nothing says whether the certificate was revoked. */
    UNCHECKED,
    /** The certificate is not one that signs documents. */
    WRONG_USE,
    SIGNED_IN_FUTURE,
    STAMP_BROKEN,
    STAMP_UNTRUSTED,
    STAMP_IN_FUTURE,
    OTHER
}

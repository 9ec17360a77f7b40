package jp.yakuba.signature.api;

/** What came out when a signature was checked. */
public enum SignatureVerdict {
    /** It holds. */
    VALID,
    /** It cannot be said now. */
    UNKNOWN,
    /** It does not hold. */
    INVALID
}

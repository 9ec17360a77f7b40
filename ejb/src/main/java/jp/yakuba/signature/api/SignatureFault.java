package jp.yakuba.signature.api;

/** Why a signature is not valid, or cannot be judged; each has its words under {@code document.signature.fault.<name>}. */
public enum SignatureFault {
    /** The document is not the one that was signed. */
    CHANGED,
    /** Something was added behind the last signature or time stamp. */
    ADDED,
    /** No signature stands in it, or it cannot be read. */
    UNREADABLE,
    /** The kept bytes are not those that were kept. */
    DAMAGED,
    /** The certificate was over, and no time stamp says that it signed before. */
    EXPIRED,
    /** The certificate was revoked, and no time stamp says that it signed before. */
    REVOKED,
    /** No authority that the office trusts stands behind it. */
    UNTRUSTED,
    /** Nothing says whether the certificate was revoked. */
    UNCHECKED,
    /** Anything else. */
    OTHER
}

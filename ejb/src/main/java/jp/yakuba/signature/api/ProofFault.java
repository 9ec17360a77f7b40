package jp.yakuba.signature.api;

/** Why proof could not be put behind a signature. */
public enum ProofFault {
    /** The time stamp service does not answer. */
    STAMPS_AWAY,
    /** The time stamp service refuses, or its answer does not hold. */
    STAMPS_REFUSED,
    /** No authority at hand stands behind the answer of the time stamp service. */
    STAMPS_UNKNOWN,
    /** No fresh revocation list of an authority is there. */
    NO_LISTS,
    /** The certificate was revoked, or is over. */
    NOT_VALID
}

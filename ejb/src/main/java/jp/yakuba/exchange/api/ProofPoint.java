package jp.yakuba.exchange.api;

/** What is looked at in the evidence of a message, in this order; each has its words under {@code exchange.proof.point.<name>}. */
public enum ProofPoint {
    /** The container is one file that all see alike, with all files of its head and no other. */
    WHOLE,
    /** The sender signed it, and nothing was changed since. */
    SIGNATURE,
    /** A known authority stands behind the certificate of the sender, which is of that office. */
    AUTHORITY,
    /** Somebody else says when it was there. */
    STAMP,
    /** The recipient answered, signed, about this very container. */
    ANSWER
}

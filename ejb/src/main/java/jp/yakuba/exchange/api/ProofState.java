package jp.yakuba.exchange.api;

/** How it stands with a point of the evidence, or with all of it; each has its words under {@code exchange.proof.state.<name>}. */
public enum ProofState {
    HOLDS,
    BROKEN,
    /** It cannot be said here: an authority is not known, or nothing says whether a certificate was revoked. */
    UNKNOWN,
    /** There is none, and there need be none. */
    NONE
}

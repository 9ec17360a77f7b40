package jp.yakuba.document.api;

import jp.yakuba.signature.api.ProofFault;

/** Why the next step of a signature has to wait; each has its words under {@code document.signature.problem.<name>}. */
public enum SignatureProblem {
    /** The time stamp service does not answer. */
    STAMPS_AWAY,
    /** The time stamp service refuses, or its answer does not hold. */
    STAMPS_REFUSED,
    /** No authority at hand stands behind the answer of the time stamp service. */
    STAMPS_UNKNOWN,
    /** No fresh revocation list of an authority is there. */
    NO_LISTS,
    /** The certificate was revoked, or is over. */
    NOT_VALID,
    /** Anything else; the log says what. */
    FAILED;

    /** The problem that a missing proof is. */
    public static SignatureProblem of(ProofFault fault) {
        return switch (fault) {
            case STAMPS_AWAY -> STAMPS_AWAY;
            case STAMPS_REFUSED -> STAMPS_REFUSED;
            case STAMPS_UNKNOWN -> STAMPS_UNKNOWN;
            case NO_LISTS -> NO_LISTS;
            case NOT_VALID -> NOT_VALID;
        };
    }
}

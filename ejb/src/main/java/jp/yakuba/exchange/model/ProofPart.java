package jp.yakuba.exchange.model;

/** Whose signature is kept provable: each has its own time stamps, and one that waits holds the other up in nothing. */
public enum ProofPart {
    CONTAINER,
    ANSWER
}

package jp.yakuba.exchange.api;

/** Who calls whom when documents are exchanged with an office; each has its words under {@code exchange.way.<name>}. */
public enum PeerWay {
    /** Each calls the other as soon as there is something. */
    BOTH_CALL,
    /** The other office cannot be called: what is for it waits here until it collects it. */
    THEY_COLLECT,
    /** This office cannot be called by the other: it asks there, every few minutes, what waits for it. */
    WE_COLLECT
}

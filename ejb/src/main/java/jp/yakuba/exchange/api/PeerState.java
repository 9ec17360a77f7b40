package jp.yakuba.exchange.api;

/** Whether documents are exchanged with an office. */
public enum PeerState {
    ACTIVE,
    /** Neither taken from it nor sent to it; what waits goes on waiting. */
    SUSPENDED
}

package jp.yakuba.inquiry.api;

/** How far the answer to what another office asks is. */
public enum AskedState {
    OPEN,
    /** A draft of the answer stands. */
    DRAFTED,
    ANSWERED
}

package jp.yakuba.exchange.api;

/** How far a message that leaves is. */
public enum ParcelState {
    /** Ordered by a deed; its container is not made yet. */
    ORDERED,
    /** Its container is made and signed. */
    SEALED,
    /** The peer keeps all of it and has not answered yet. */
    HANDED_OVER,
    /** The peer's receipt (受領通知) is here. */
    RECEIPTED,
    /** The peer's refusal (否認通知) is here. */
    REFUSED,
    /** Taken back before the peer judged it. */
    CANCELLED,
    /** Given up by an operator, or after the days that the office waits. */
    GIVEN_UP
}

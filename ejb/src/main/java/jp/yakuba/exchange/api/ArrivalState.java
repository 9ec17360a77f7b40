package jp.yakuba.exchange.api;

/** How far a message that arrives is. */
public enum ArrivalState {
    /** Its pieces are coming. */
    RECEIVING,
    /** All of it is kept; it is not judged yet. */
    STORED,
    /** Verified and entered as a record (収受); the receipt (受領通知) says so. */
    ACCEPTED,
    /** Refused; the refusal (否認通知) says why. */
    REFUSED,
    /** Taken back by the sender before it was judged. */
    CANCELLED
}

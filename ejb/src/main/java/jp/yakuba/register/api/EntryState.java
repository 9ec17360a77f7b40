package jp.yakuba.register.api;

/** How an entry stands on a day. */
public enum EntryState {
    /** It holds. */
    VALID,
    /** It holds from a later day. */
    NOT_YET,
    /** The vendor may not be named for bids (指名停止). */
    SUSPENDED,
    /** Its last day is over. */
    EXPIRED,
    /** It was taken off the register. */
    WITHDRAWN
}

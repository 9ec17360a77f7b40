package jp.yakuba.register.api;

/** What is done to an entry. */
public enum EntryDeed {
    ENTERED,
    CHANGED,
    SUSPENDED,
    LIFTED,
    WITHDRAWN,
    /** Another office's entry came for the first time, or was changed there. */
    COPIED
}

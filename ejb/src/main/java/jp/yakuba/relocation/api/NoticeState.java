package jp.yakuba.relocation.api;

/** What has become of a notice. */
public enum NoticeState {
    /** It waits for a clerk. */
    OPEN,
    /** The move out is in the ledger. */
    ENTERED,
    /** A clerk closed it; the ledger stays as it is. */
    CLOSED,
    /** A correction took its place before it was entered. */
    REPLACED
}

package jp.yakuba.document.api;

/** What has become of a file on a list of disposal. */
public enum DisposalItemState {
    /** Nothing yet. */
    OPEN,
    /** Taken off the list. */
    CALLED_OFF,
    /** Destroyed under a protocol. */
    DESTROYED,
    /** Kept longer. */
    EXTENDED,
    /** Given to the archive. */
    TRANSFERRED
}

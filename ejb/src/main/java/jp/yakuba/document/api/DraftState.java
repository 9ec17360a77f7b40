package jp.yakuba.document.api;

/** Where a draft stands. */
public enum DraftState {
    /** Being written, also after it was sent or taken back. */
    DRAFTING,
    /** On its route (回議). */
    PROPOSED,
    /** Decided (決裁): a record from now on. */
    DECIDED,
    /** Rejected (否決). */
    REJECTED,
    /** Given up (廃案). */
    ABANDONED;

    /** True once nothing about it changes any more. */
    public boolean isEnd() {
        return this == DECIDED || this == REJECTED || this == ABANDONED;
    }
}

package jp.yakuba.document.api;

/** Where a record stands. */
public enum RecordState {
    /** In the register, not given to anybody. */
    REGISTERED,
    /** Given to a section and a person (配布済み). */
    DISTRIBUTED,
    /** Given back to its sender, because it was not ours (返却). */
    REFUSED,
    /** Sent on to another body (転送). */
    FORWARDED,
    /** Done with (完結). */
    COMPLETED;

    /** True while something is to be done. */
    public boolean isUnfinished() {
        return this == REGISTERED || this == DISTRIBUTED;
    }
}

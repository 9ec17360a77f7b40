package jp.yakuba.inquiry.api;

/** How far an office that is asked is. */
public enum OfficeState {
    /** Nothing has left yet. */
    CHOSEN,
    /** It left; the office has not said yet that it has it. */
    SENT,
    /** Receipted, refused or given up say what became of the letter. */
    RECEIVED,
    REFUSED,
    UNREACHED,
    ANSWERED,
    /** It answered more than once. */
    ANSWERED_AGAIN,
    /** The day is over, and no answer is here. */
    OVERDUE
}

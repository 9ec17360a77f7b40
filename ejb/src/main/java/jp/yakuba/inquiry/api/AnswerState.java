package jp.yakuba.inquiry.api;

/** What an answer that came is worth. */
public enum AnswerState {
    COUNTS,
    /** A later one of the office stands in its place. */
    REPLACED,
    /** The inquiry was closed before it came. */
    AFTER_CLOSING
}

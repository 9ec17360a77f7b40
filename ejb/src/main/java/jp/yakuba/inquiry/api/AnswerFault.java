package jp.yakuba.inquiry.api;

/** What is wrong with the answer to a question. */
public enum AnswerFault {
    MISSING,
    TOO_LONG,
    NO_NUMBER,
    TOO_SMALL,
    TOO_LARGE,
    NO_DATE,
    /** Not among what may be chosen, or more than one where one may be. */
    NO_CHOICE,
    /** Rows with other columns, or too many. */
    NO_TABLE
}

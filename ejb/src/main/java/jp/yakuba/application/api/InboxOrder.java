package jp.yakuba.application.api;

/** What an inbox is sorted by; equal lines stand in the order of their arrival. */
public enum InboxOrder {
    /** Nearest due date first; what has none comes last. */
    DUE,
    ARRIVED,
    PROCEDURE,
    APPLICANT,
    STATE,
    ASSIGNEE
}

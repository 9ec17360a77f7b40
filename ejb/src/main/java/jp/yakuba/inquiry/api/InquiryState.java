package jp.yakuba.inquiry.api;

/** How far an inquiry is. */
public enum InquiryState {
    WRITING,
    /** A draft stands; form, offices and day are fixed. */
    DRAFTED,
    SENT,
    CLOSED
}

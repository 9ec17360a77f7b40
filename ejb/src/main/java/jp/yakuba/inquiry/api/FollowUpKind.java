package jp.yakuba.inquiry.api;

/** What a letter after an inquiry is for. */
public enum FollowUpKind {
    /** To those who have not answered (督促). */
    REMINDER,
    /** To all who were asked: another day (期限の延長). */
    EXTENSION
}

package jp.yakuba.document.api;

/** How a draft is to be carried out (施行区分). */
public enum DispatchIntent {
    /** Stays inside the office. */
    NONE,
    /** Goes out under a number of the section. */
    LETTER,
    /** Is made public under a number of the town (告示, 公告, 条例, 規則, 訓令, 指令). */
    NOTICE
}

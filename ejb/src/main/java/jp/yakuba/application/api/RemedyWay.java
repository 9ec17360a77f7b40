package jp.yakuba.application.api;

/** What is open to whoever is not content with a decision (不服申立てと訴えの関係). */
public enum RemedyWay {
    /** A request for review or a suit, as one likes (自由選択, 行政事件訴訟法8条1項). */
    REVIEW_OR_SUIT,
    /** No suit before a ruling on a request for review (審査請求前置). */
    REVIEW_FIRST,
    /** A suit alone: a law allows no request for review. */
    SUIT_ONLY,
    /** Nothing here: the office only hands the application on, and whoever decides tells of remedies (進達). */
    ELSEWHERE
}

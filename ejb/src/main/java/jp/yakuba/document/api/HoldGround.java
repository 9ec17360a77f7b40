package jp.yakuba.document.api;

/** Why nothing of a file or record may go (廃棄の停止の理由). */
public enum HoldGround {
    /** Somebody has asked for its disclosure (開示請求), or a review of the answer is under way. */
    DISCLOSURE,
    /** The audit committee or the assembly looks at it (監査・検査). */
    AUDIT,
    /** It matters in a suit, or one is to be expected (係属中の訴訟). */
    SUIT,
    /** Anything else, in words of the reason. */
    OTHER
}

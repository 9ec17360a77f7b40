package jp.yakuba.approval.model;

/** What a line of a proposal's history tells. */
public enum EventKind {
    /** 起案. */
    PROPOSED,
    /** 承認 of the line. */
    AGREED,
    /** 合議 agreed. */
    CONSENTED,
    /** 決裁. */
    DECIDED,
    /** 異議. */
    OBJECTED,
    /** 調整. */
    SETTLED,
    /** 差戻し to the drafter. */
    SENT_BACK,
    /** 差戻し to an earlier stop. */
    SENT_BACK_TO_STOP,
    /** 引戻し. */
    WITHDRAWN,
    /** 引上げ. */
    PULLED_UP,
    /** 否決. */
    REJECTED,
    /** 廃案. */
    ABANDONED,
    /** 引継ぎ. */
    HANDED_OVER,
    /** 意見. */
    COMMENTED,
    /** 後閲・閲覧. */
    REVIEWED,
    /** 督促. */
    REMINDED,
    /** 上位の職への報告. */
    ESCALATED
}

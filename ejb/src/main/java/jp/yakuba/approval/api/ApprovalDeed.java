package jp.yakuba.approval.api;

/** What somebody may do with a proposal at a moment. */
public enum ApprovalDeed {
    /** 承認・決裁 at one's own stop. */
    APPROVE,
    /** 代決 for somebody away. */
    APPROVE_AS_PROXY,
    /** 異議. */
    OBJECT,
    /** 差戻し. */
    SEND_BACK,
    /** 否決. */
    REJECT,
    /** 引上げ. */
    PULL_UP,
    /** 引継ぎ to another holder of the post. */
    HAND_OVER,
    /** 引戻し by the drafter. */
    WITHDRAW,
    /** 調整 of an objection by the drafter. */
    SETTLE,
    /** 廃案 by the drafter. */
    ABANDON,
    /** 後閲・供覧 done. */
    REVIEW,
    /** 意見 without deciding. */
    COMMENT
}

package jp.yakuba.approval.model;

/** The life of a proposal: on its way, decided, or closed without a decision. */
public enum ProposalState {
    /** On its way. */
    PROPOSED,
    /** 決裁. */
    DECIDED,
    /** 差戻し to the drafter. */
    SENT_BACK,
    /** 否決. */
    REJECTED,
    /** 引戻し. */
    WITHDRAWN,
    /** 廃案. */
    ABANDONED
}

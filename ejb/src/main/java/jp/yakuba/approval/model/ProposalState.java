package jp.yakuba.approval.model;

/** The life of a proposal: on its way, decided, or sent back to its drafter. */
public enum ProposalState {
    PROPOSED,
    DECIDED,
    SENT_BACK
}

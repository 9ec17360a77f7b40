package jp.yakuba.approval.model;

/** Where a stop of a route stands: not reached, its turn, agreed, or sent back from here. */
public enum StepState {
    AHEAD,
    WAITING,
    DONE,
    RETURNED
}

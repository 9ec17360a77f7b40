package jp.yakuba.approval.model;

/** Where a stop of a route stands. */
public enum StepState {
    /** Not reached. */
    AHEAD(false),
    /** Its turn. */
    WAITING(true),
    /** Agreed, decided, reviewed or read. */
    DONE(false),
    /** Sent back from here to the drafter. */
    RETURNED(false),
    /** Objected; the drafter settles it, and the stage stays open. */
    OBJECTED(true),
    /** A higher post took the matter over. */
    PASSED_OVER(false),
    /** Rejected from here. */
    REJECTED(false),
    /** Its turn ended because the proposal was closed elsewhere. */
    DROPPED(false);

    private final boolean open;

    StepState(boolean open) {
        this.open = open;
    }

    /** True while the stop holds its stage open. */
    boolean isOpen() {
        return open;
    }
}

package jp.yakuba.approval.api;

/** What is asked of a stop on a route. */
public enum StopKind {
    /** Agrees in the line of the drafter's section (回議). */
    AGREE(true),
    /** Agrees for another section (合議). */
    CONSULT(true),
    /** Decides (決裁). */
    DECIDE(true),
    /** Looks at what was decided or passed over while its holder was away (後閲). */
    REVIEW(false),
    /** Is told of the decision (報告・回覧). */
    INFORM(false);

    private final boolean holding;

    StopKind(boolean holding) {
        this.holding = holding;
    }

    /** True if the decision waits for it. */
    public boolean isHolding() {
        return holding;
    }
}

package jp.yakuba.application.api;

/** Whether a visit is needed: never, to make final what was prepared online, or because all is done at the counter. */
public enum VisitRule {
    NONE,
    FINAL_AT_COUNTER,
    DONE_AT_COUNTER
}

package jp.yakuba.approval.api;

/** The lists of what somebody has to do about proposals. */
public enum TaskKind {
    /** To approve at one's own stop. */
    APPROVE,
    /** To decide for somebody away, if it cannot wait (代決). */
    PROXY,
    /** To review after the return (後閲), or to read. */
    REVIEW,
    /** One's own that were sent back or taken back and not proposed anew. */
    RETURNED,
    /** Objections to one's own that wait to be settled. */
    SETTLE,
    /** What one, or somebody below, should have acted on already. */
    OVERDUE,
    /** One's own that are on their way. */
    MINE
}

package jp.yakuba.approval.api;

/**
 * What a verification of a proposal's history found.
 *
 * @param events how many lines hold, from the first
 * @param brokenEvent number of the first line that does not; 0 if all hold
 * @param fault what is wrong; null if nothing is
 */
public record HistoryCheck(int events, int brokenEvent, Fault fault) {

    /** What can be wrong with a history. */
    public enum Fault {
        /** A line is missing. */
        EVENT_MISSING,
        /** A line says something else than what was written. */
        EVENT_CHANGED,
        /** A line does not continue the one before. */
        LINK_BROKEN,
        /** The last line is not the one the proposal knows as its last. */
        HEAD_CONTRADICTED,
        /** The text that was decided on is not the one that is kept. */
        TEXT_CHANGED
    }

    /** True if nothing is broken. */
    public boolean holds() {
        return fault == null;
    }
}

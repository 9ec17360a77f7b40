package jp.yakuba.document.api;

import java.util.UUID;

/**
 * The first place where a history does not hold.
 *
 * @param recordId whose history
 * @param sequence the step at which it shows
 * @param kind what is wrong
 */
public record HistoryBreak(UUID recordId, int sequence, Kind kind) {

    /** What can be wrong with a step of a history. */
    public enum Kind {
        /** A step between two others, or the last ones, are gone. */
        STEP_MISSING,
        /** The step does not say any more what was chained. */
        STEP_CHANGED,
        /** The step does not continue the one before it. */
        LINK_BROKEN,
        /** The history's kept end is not the hash of its last step. */
        HEAD_CONTRADICTED,
        /** The record's number, title, party or files are not those that were entered. */
        RECORD_CHANGED
    }
}

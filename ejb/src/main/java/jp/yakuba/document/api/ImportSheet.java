package jp.yakuba.document.api;

import java.time.Instant;
import java.util.UUID;

/**
 * An import of earlier documents and how far it has come.
 *
 * @param total lines of its list; null until they were counted
 * @param done lines that are done with: taken, there already, or faulty
 * @param problem end of the message key {@code document.import.problem.<problem>} if it is broken
 * @param detail what the problem is about; null if nothing
 * @param present true if its folder or archive lies in the import folder now
 */
public record ImportSheet(
        UUID id, String origin, String source, boolean onlyCheck, ImportState state, Integer total, int done, int taken, int there,
        int faulty, String orderedBy, Instant orderedAt, Instant startedAt, Instant finishedAt, String problem, String detail,
        boolean present) {

    /** How much is done, in whole hundredths. */
    public int percent() {
        return total == null || total == 0 ? state == ImportState.DONE ? 100 : 0 : (int) (100L * done / total);
    }
}

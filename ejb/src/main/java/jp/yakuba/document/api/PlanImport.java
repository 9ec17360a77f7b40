package jp.yakuba.document.api;

import java.util.List;

/**
 * What a CSV of the filing plan would change or has changed; with a fault nothing is changed.
 *
 * @param added files that are new
 * @param changed files whose facts differ
 * @param same files that stand there already, just so
 * @param faults what is wrong, by line
 */
public record PlanImport(int added, int changed, int same, List<Fault> faults) {

    /**
     * A fault of a line.
     *
     * @param line number of the line, the heads being line 1
     * @param column head of the column; null if the line as a whole is meant
     * @param reason end of its message key {@code document.plan.fault.<reason>}
     * @param value what stands there
     */
    public record Fault(long line, String column, String reason, String value) {}

    /** True if it can be, or was, taken in. */
    public boolean holds() {
        return faults.isEmpty();
    }
}

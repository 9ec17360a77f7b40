package jp.yakuba.register.model;

import java.time.Instant;

/**
 * An entry as it stands here.
 *
 * @param office code of the office that keeps it
 * @param own true if this office keeps it
 * @param withdrawnAt null while it is on the register
 */
public record Entry(EntryContent content, String office, boolean own, long version, boolean withheld, Instant withdrawnAt) {
    /** True if it was taken off. */
    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }
}

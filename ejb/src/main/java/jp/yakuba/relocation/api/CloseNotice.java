package jp.yakuba.relocation.api;

import jakarta.validation.constraints.NotNull;
import java.util.Set;
import java.util.UUID;

/**
 * Close a notice; nothing of it is entered.
 *
 * @param version as it was seen
 * @param reason why, in words
 * @param nobodyHere true if it was looked for and nobody of the ledger is meant, under no other name either; asked of a marked notice
 * @param left numbers in the ledger (宛名番号) of those who are meant and have left already; asked of a marked notice, unless nobody is meant
 */
public record CloseNotice(@NotNull UUID id, long version, String reason, boolean nobodyHere, @NotNull Set<String> left) {
    public CloseNotice {
        left = left == null ? null : Set.copyOf(left);
    }
}

package jp.yakuba.approval.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;

/**
 * Answer an objection (合議の異議の調整). With another text everybody who has agreed is asked again; without, only who objected.
 *
 * @param proposalId the proposal
 * @param version the version that was seen
 * @param answer what the drafter says to it
 * @param text the new text; null to keep it
 * @param contentHash SHA-256 of what the subject says now; null as before
 * @param files the files now; null as before
 * @param added stops added to the route now
 */
public record SettleObjection(
        @NotNull UUID proposalId,
        long version,
        @NotBlank String answer,
        String text,
        @Pattern(regexp = "[0-9a-f]{64}") String contentHash,
        List<@Valid ProposalFile> files,
        @NotNull List<@Valid AddedStop> added) {

    public SettleObjection {
        files = files == null ? null : List.copyOf(files);
        added = List.copyOf(added);
    }

    /** An answer alone. */
    public SettleObjection(UUID proposalId, long version, String answer) {
        this(proposalId, version, answer, null, null, null, List.of());
    }

    /** An answer and another text. */
    public SettleObjection(UUID proposalId, long version, String answer, String text) {
        this(proposalId, version, answer, text, null, null, List.of());
    }

    /** True if what is decided on becomes another. */
    public boolean changesContent() {
        return text != null || contentHash != null || files != null;
    }
}

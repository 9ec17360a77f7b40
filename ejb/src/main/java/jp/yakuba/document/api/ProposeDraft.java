package jp.yakuba.document.api;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Hand a draft to its route.
 *
 * @param draftId the draft
 * @param version the version of its row that was seen
 * @param consulted posts that are consulted (合議) besides those of the table
 * @param urgent 急施
 * @param wantedBy day by which a decision is wanted; null if none
 */
public record ProposeDraft(@NotNull UUID draftId, long version, @NotNull List<String> consulted, boolean urgent, LocalDate wantedBy) {
    public ProposeDraft {
        consulted = List.copyOf(consulted);
    }
}

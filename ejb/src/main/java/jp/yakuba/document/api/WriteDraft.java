package jp.yakuba.document.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * Write the next version of a draft.
 *
 * @param draftId the draft
 * @param version the version of its row that was seen
 * @param title 件名
 * @param ask 伺い文
 * @param text the text as it came from an editor or as plain form
 * @param rich true if it came from an editor
 * @param facts what the sheet says beside
 * @param kept SHA-256 of the attachments that stay, in order
 * @param staged waiting files that are attached now
 */
public record WriteDraft(
        @NotNull UUID draftId,
        long version,
        @NotBlank @Size(max = 300) String title,
        @NotNull @Size(max = 2000) String ask,
        @NotNull @Size(max = 200_000) String text,
        boolean rich,
        @NotNull @Valid DraftFacts facts,
        @NotNull List<String> kept,
        @NotNull List<UUID> staged) {

    public WriteDraft {
        kept = List.copyOf(kept);
        staged = List.copyOf(staged);
    }
}

package jp.yakuba.document.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Write a template. Its words may have the places {@code {cause}}, {@code {cause.number}} and {@code {cause.date}}.
 *
 * @param code of the one that is changed; null for a new one
 * @param version of its row as it was seen; of no meaning for a new one
 * @param section the section whose own it is; null for everybody; of no meaning for one that is changed
 * @param sort where it stands among the others, low ones first
 * @param text in the plain form of drafts
 */
public record WriteTemplate(
        String code,
        long version,
        String section,
        @Min(0) @Max(9999) int sort,
        @NotBlank @Size(max = 60) String name,
        @NotBlank @Size(max = 300) String title,
        @NotNull @Size(max = 2000) String ask,
        @NotNull @Size(max = 200_000) String text,
        @NotNull DispatchIntent dispatch,
        @NotNull SealUse seal) {}

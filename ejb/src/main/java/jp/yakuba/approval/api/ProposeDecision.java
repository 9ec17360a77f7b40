package jp.yakuba.approval.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Propose a decision.
 *
 * @param matter code of the matter in the delegation table (専決事項)
 * @param amount amount in yen the matter turns on, 0 if none
 * @param subjectType kind of the subject, such as {@code application}
 * @param subjectId its id
 * @param title what is asked (件名)
 * @param text the proposal's text (伺い文)
 */
public record ProposeDecision(
        @NotBlank String matter,
        long amount,
        @NotBlank String subjectType,
        @NotNull UUID subjectId,
        @NotBlank String title,
        @NotBlank String text) {}

package jp.yakuba.document.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Begin a draft (起案).
 *
 * @param once id made when the form was opened; the same begins one draft
 * @param section section that drafts
 * @param template code of the template
 * @param recordId record that causes it, or whose words are taken over; null if none
 * @param amends the decided draft that it changes (変更起案), whose words it begins with; null if none
 */
public record BeginDraft(@NotNull UUID once, @NotBlank String section, @NotBlank String template, UUID recordId, UUID amends) {}

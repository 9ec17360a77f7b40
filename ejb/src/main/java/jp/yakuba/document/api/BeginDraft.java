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
 * @param confidential read by its writers and on its route only (秘密文書); what a confidential record or draft causes is so in any case
 */
public record BeginDraft(@NotNull UUID once, @NotBlank String section, @NotBlank String template, UUID recordId, UUID amends, boolean confidential) {
    /** Begin one that the section reads, unless what causes it is confidential. */
    public BeginDraft(UUID once, String section, String template, UUID recordId, UUID amends) {
        this(once, section, template, recordId, amends, false);
    }
}

package jp.yakuba.notification.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;

/**
 * Order a notice.
 *
 * @param onceKey unique key of the occasion, such as {@code application:<id>:arrived}
 * @param accountId whose portal inbox gets it; null for mail only
 * @param mailAddress where mail goes; null for the inbox only
 * @param language {@code ja}, {@code ja-easy} or {@code en}
 * @param template name of the template, such as {@code application-arrived}
 * @param values what fills the template's places
 * @param link path in the portal that the notice leads to; null if none
 */
public record OrderNotice(
        @NotBlank String onceKey,
        UUID accountId,
        String mailAddress,
        @NotBlank String language,
        @NotBlank String template,
        @NotNull Map<String, String> values,
        String link) {}

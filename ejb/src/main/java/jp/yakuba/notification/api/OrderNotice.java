package jp.yakuba.notification.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
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
 * @param enclosures files that go with the mail; the portal's inbox has none
 */
public record OrderNotice(
        @NotBlank String onceKey,
        UUID accountId,
        String mailAddress,
        @NotBlank String language,
        @NotBlank String template,
        @NotNull Map<String, String> values,
        String link,
        @NotNull List<Enclosure> enclosures) {

    public OrderNotice {
        enclosures = List.copyOf(enclosures);
    }

    /** With nothing enclosed. */
    public OrderNotice(String onceKey, UUID accountId, String mailAddress, String language, String template, Map<String, String> values,
            String link) {
        this(onceKey, accountId, mailAddress, language, template, values, link, List.of());
    }

    /** With a file in the mail. */
    public OrderNotice enclosing(Enclosure enclosure) {
        return new OrderNotice(onceKey, accountId, mailAddress, language, template, values, link, List.of(enclosure));
    }
}

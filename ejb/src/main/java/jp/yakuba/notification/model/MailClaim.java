package jp.yakuba.notification.model;

import java.util.Objects;
import java.util.UUID;

/**
 * A sender's hold on a mail (送信の受け持ち): it is good until the mail was taken back and given to another sender.
 *
 * @param noticeId the notice whose mail it is
 * @param mark tells this claim from later ones
 */
public record MailClaim(UUID noticeId, UUID mark) {
    public MailClaim {
        Objects.requireNonNull(noticeId, "noticeId");
        Objects.requireNonNull(mark, "mark");
    }
}

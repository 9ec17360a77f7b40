package jp.yakuba.notification.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail as an operator sees it: neither to whom nor what.
 *
 * @param noticeId of the notice
 * @param template what sort of notice it is
 * @param domain the part of the address after the at sign
 * @param state {@code WAITING, CLAIMED, HANDED_OVER, SENT, UNSURE} or {@code FAILED}
 * @param attempts how often it was tried
 * @param nextAttemptAt when it is tried again
 * @param sentAt when the relay took it; null until then
 * @param problem what stood in the way last; null if nothing did
 */
public record MailLine(
        UUID noticeId,
        String template,
        String domain,
        String state,
        int attempts,
        Instant nextAttemptAt,
        Instant sentAt,
        String problem) {}

package jp.yakuba.notification.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice as it is read in the portal.
 *
 * @param id of the notice
 * @param subject its heading
 * @param body its words, lines divided by line feeds
 * @param at when it was written
 * @param link path in the portal that it leads to; null if none
 */
public record NoticeView(UUID id, String subject, String body, Instant at, String link) {}

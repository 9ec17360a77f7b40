package jp.yakuba.notification.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice in the list of the portal's inbox.
 *
 * @param id of the notice
 * @param subject its heading, in the language in which it was written
 * @param at when it was written
 * @param unread true until it is opened
 * @param link path in the portal that it leads to; null if none
 */
public record NoticeLine(UUID id, String subject, Instant at, boolean unread, String link) {}

package jp.yakuba.messaging.gateway;

import java.util.UUID;

/**
 * A message on its way to the broker.
 *
 * @param id by which the receiver drops copies
 * @param destination name of the queue
 * @param subjectKey messages with the same key stay in order
 * @param type name of the message type
 * @param version version of the type's schema
 * @param text the envelope as it travels
 */
public record OutgoingMessage(UUID id, String destination, String subjectKey, String type, int version, String text) {}

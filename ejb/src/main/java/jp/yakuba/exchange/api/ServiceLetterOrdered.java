package jp.yakuba.exchange.api;

import java.util.UUID;
import jp.yakuba.kernel.DomainEvent;

/**
 * A letter of a service leaves for an office in this deed.
 *
 * @param peer code of the office
 * @param draftId the draft that was decided; null if none was
 * @param recordId the outgoing record
 * @param number its number
 */
public record ServiceLetterOrdered(
        String peer, UUID messageId, UUID conversation, UUID draftId, UUID recordId, String number, String service, int version, byte[] content)
        implements DomainEvent {}

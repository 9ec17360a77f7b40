package jp.yakuba.resident.api;

import java.util.Map;
import java.util.UUID;
import jp.yakuba.kernel.DomainEvent;

/** A move is final (本登録): fired in the deed's transaction. {@code personOfAccount} joins accounts to new persons. */
public record MoveBecameFinal(UUID eventId, UUID causeId, UUID householdId, Map<UUID, UUID> personOfAccount)
        implements DomainEvent {}

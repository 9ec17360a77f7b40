package jp.yakuba.resident.api;

import java.util.UUID;
import jp.yakuba.kernel.DomainEvent;

/** A birth is final: the child is in the ledger. Fired in the deed's transaction. */
public record BirthBecameFinal(UUID eventId, UUID causeId, UUID householdId, UUID childId) implements DomainEvent {}

package jp.yakuba.resident.api;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.kernel.DomainEvent;

/** Persons have left town (転出の本登録): fired in the deed's transaction. */
public record MoveOutBecameFinal(UUID eventId, UUID causeId, LocalDate on, Set<UUID> persons) implements DomainEvent {
    public MoveOutBecameFinal {
        persons = Set.copyOf(persons);
    }
}

package jp.yakuba.resident.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.kernel.DomainEvent;

/**
 * Somebody is protected from now on (支援措置): fired in the deed's transaction, after the protection is written. Whoever keeps words that tell where they
 * are closes them.
 *
 * @param shielded those whose address is shielded by it: the protected, and whoever lives with them
 * @param movesIn the moves in by which these came, if they did
 */
public record ProtectionBegan(UUID protectionId, List<Shielded> shielded, Set<UUID> movesIn) implements DomainEvent {
    public ProtectionBegan {
        shielded = List.copyOf(shielded);
        movesIn = Set.copyOf(movesIn);
    }

    /**
     * One of them.
     *
     * @param nameKey the name as the ledger compares names ({@link MoveOutDesk#keyOf})
     */
    public record Shielded(UUID personId, String nameKey, LocalDate birthDate) {}
}

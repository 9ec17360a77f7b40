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
 * @param near the protected, and whoever lives with one of them or ever did
 * @param movesIn the moves in by which the protected, those who live with them now, and whoever else has the same dwelling came, if they did
 * @param homes where these live, each as the pieces ({@link MoveOutDesk#piecesOf}) that an address holds which says it; an address that holds all of
 *     one may say it, any other does not
 */
public record ProtectionBegan(UUID protectionId, List<Near> near, Set<UUID> movesIn, List<Set<String>> homes) implements DomainEvent {
    public ProtectionBegan {
        near = List.copyOf(near);
        movesIn = Set.copyOf(movesIn);
        homes = homes.stream().map(Set::copyOf).toList();
    }

    /**
     * One of them.
     *
     * @param nameKey the name as the ledger compares names ({@link MoveOutDesk#keyOf})
     * @param now true of the protected and of whoever lives with them now
     */
    public record Near(UUID personId, String nameKey, LocalDate birthDate, boolean now) {}
}

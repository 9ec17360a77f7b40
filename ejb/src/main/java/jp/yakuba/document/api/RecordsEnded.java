package jp.yakuba.document.api;

import java.util.List;
import java.util.UUID;
import jp.yakuba.kernel.DomainEvent;

/**
 * Records have come to their end in this deed: whoever keeps anything of their content takes it away in the same deed, or the
 * deed does not stand.
 *
 * @param dossierId the file in which they lay
 * @param protocolNumber the protocol that says so
 * @param transferred true if the archive keeps them, false if they are destroyed
 * @param records the records
 */
public record RecordsEnded(UUID dossierId, String protocolNumber, boolean transferred, List<Ended> records) implements DomainEvent {
    public RecordsEnded {
        records = List.copyOf(records);
    }

    /** A record that has ended, what it came from, and whether it came in. */
    public record Ended(UUID recordId, String causeType, UUID causeId, boolean incoming) {}
}

package jp.yakuba.resident.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A provisional entry that waits for the counter (仮登録), without any address.
 *
 * @param reason what sort of event, in words
 * @param causeId the application it came from
 * @param names of the persons entered, head of household first
 * @param obstacles codes of what stands against it; empty if nothing
 * @param blocked true if one of them cannot be let stand by a second look
 */
public record EntryLine(
        UUID eventId, long version, String reason, LocalDate eventDate, Instant enteredAt, String enteredBy, UUID causeId,
        List<String> names, List<String> obstacles, boolean blocked) {
    public EntryLine {
        names = List.copyOf(names);
        obstacles = List.copyOf(obstacles);
    }
}

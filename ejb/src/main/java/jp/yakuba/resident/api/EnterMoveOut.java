package jp.yakuba.resident.api;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Enter a move out of town (転出).
 *
 * @param causeId id of the notice (or counter entry) it comes from
 * @param on the day on which they came to live elsewhere (異動日), today or before; the first day no longer here
 * @param persons those who leave
 * @param relationships how each of those who stay stands to the new head (世帯主変更), by person; asked only if the head leaves and several stay
 */
public record EnterMoveOut(@NotNull UUID causeId, @NotNull LocalDate on, @NotEmpty Set<@NotNull UUID> persons, Map<UUID, String> relationships) {
    public EnterMoveOut {
        persons = persons == null ? null : Set.copyOf(persons);
        relationships = relationships == null ? Map.of() : Map.copyOf(relationships);
    }
}

package jp.yakuba.relocation.api;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;

/**
 * Enter in the ledger what a notice says.
 *
 * @param version as it was seen
 * @param numbers who is meant by each person of the notice, by position: the number in the ledger (宛名番号); whoever is left away is not entered
 * @param rest why the others are not entered, in words; asked if somebody is left away
 * @param relationships how those who stay stand to their new head, by person; asked only if the head leaves and several stay
 */
public record EnterNotice(@NotNull UUID id, long version, @NotNull Map<Integer, String> numbers, String rest,
        @NotNull Map<UUID, String> relationships) {
    public EnterNotice {
        numbers = numbers == null ? null : Map.copyOf(numbers);
        relationships = relationships == null ? null : Map.copyOf(relationships);
    }
}

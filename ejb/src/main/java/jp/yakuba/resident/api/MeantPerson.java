package jp.yakuba.resident.api;

import java.util.List;

/**
 * Somebody of the ledger whom facts may mean.
 *
 * @param fits true if name, birth date, sex and present address are exactly those that were named, and of nobody else
 * @param household those who live with the person now, the person among them; the addresses are shielded as everywhere
 */
public record MeantPerson(PersonLine person, boolean fits, List<PersonView> household) {
    public MeantPerson {
        household = List.copyOf(household);
    }
}

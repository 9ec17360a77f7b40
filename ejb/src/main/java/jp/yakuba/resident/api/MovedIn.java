package jp.yakuba.resident.api;

import java.time.LocalDate;
import java.util.List;

/**
 * A final move into town as the town before is told of it.
 *
 * @param previousTowns codes of municipalities in which the address before may lie, the nearest first; empty if none is known
 * @param address the address here; null where one of them, or somebody they live with, is protected (支援措置), for it leaves the ledger through no notice
 */
public record MovedIn(LocalDate on, String previousAddress, List<String> previousTowns, String address, List<Person> persons) {
    public MovedIn {
        previousTowns = List.copyOf(previousTowns);
        persons = List.copyOf(persons);
    }

    /** One who moved in. Sex: 1 male, 2 female, 9 other or unknown. */
    public record Person(String name, String kana, LocalDate birthDate, String sex) {}
}

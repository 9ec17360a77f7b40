package jp.yakuba.resident.api;

import java.time.LocalDate;
import java.util.List;

/**
 * A final move into town as the town before is told of it.
 *
 * @param previousTowns codes of municipalities in which the address before may lie, the nearest first; empty if none is known
 * @param closed true where one of them, or somebody they live with or who has the same dwelling, is protected (支援措置): the address leaves the ledger
 *     through no notice
 * @param address the address to which the move led; null exactly if it is closed
 */
public record MovedIn(LocalDate on, String previousAddress, List<String> previousTowns, boolean closed, String address, List<Person> persons) {
    public MovedIn {
        previousTowns = List.copyOf(previousTowns);
        persons = List.copyOf(persons);
        if (closed != (address == null)) {
            throw new IllegalArgumentException("What is closed is not told, and nothing else is kept back");
        }
    }

    /** One who moved in. Sex: 1 male, 2 female, 9 other or unknown. */
    public record Person(String name, String kana, LocalDate birthDate, String sex) {}
}

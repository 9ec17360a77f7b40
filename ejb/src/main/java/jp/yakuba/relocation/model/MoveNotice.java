package jp.yakuba.relocation.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a town tells the town before of a move (転入通知).
 *
 * @param id the sender's id of it; the same one is the same notice
 * @param corrects id of the sender's earlier notice whose place it takes; null if none
 * @param movedOn the day of the move (転入をした年月日)
 * @param newAddress null exactly if they are protected
 * @param shielded true if they are protected there (支援措置)
 */
public record MoveNotice(
        UUID id, UUID corrects, LocalDate movedOn, String previousAddress, String newAddress, boolean shielded, List<Person> persons) {
    public MoveNotice {
        persons = List.copyOf(persons);
        if (shielded == (newAddress != null)) {
            throw new IllegalArgumentException("A protected person's address is not told, anybody else's is");
        }
    }

    /** One who moved. Sex: 1 male, 2 female, 9 other or unknown. */
    public record Person(String name, String kana, LocalDate birthDate, String sex) {
        /** The name without spaces, which everybody sets as they like. */
        public String joinedName() {
            return name.replaceAll("[\\s\u3000]+", "");
        }
    }
}

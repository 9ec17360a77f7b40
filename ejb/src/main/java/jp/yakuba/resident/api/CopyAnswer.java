package jp.yakuba.resident.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What is told of those who are wanted, or why nothing is.
 *
 * @param asking whoever asked, as far as the facts agree with one person, told or not; null if they do not
 * @param head name of the head of the household (世帯主); null unless it is told
 * @param persons in the order of certificates; empty unless it is told
 * @param facts SHA-256 of all that the ledger says of the household, by which a change is seen later; null unless it is told
 */
public record CopyAnswer(Outcome outcome, UUID asking, String head, List<Person> persons, String facts) {
    public CopyAnswer {
        persons = List.copyOf(persons);
    }

    /** A refusal. */
    public static CopyAnswer refused(Outcome outcome, UUID asking) {
        return new CopyAnswer(outcome, asking, null, List.of(), null);
    }

    /** How it ended. */
    public enum Outcome {
        TOLD,
        /**
         * Nothing is told at another desk. Facts that do not agree, a wanted person who is not of the household, and a protection (支援措置) look
         * alike, for what they look like is seen by whoever asks.
         */
        NOT_HERE,
        /** A change of the household is entered and not final (仮登録). */
        CHANGE_WAITS
    }

    /**
     * One person as a copy shows them: never 本籍, 筆頭者, the personal number or the residence code (個人番号, 住民票コード).
     *
     * @param romanName null if there is none
     * @param sex 1 male, 2 female, 9 other or unknown
     * @param foreign true of residents of another nationality (外国人住民)
     * @param settledOn day since which the present address is theirs, where that is later than the day they became residents; null otherwise
     * @param notifiedOn when the move in was notified; null if the ledger holds none
     * @param previousAddress where they lived before the move in; null if the ledger holds none
     * @param relationship 続柄 to the head
     */
    public record Person(
            UUID id, String name, String romanName, LocalDate birthDate, String sex, boolean foreign, LocalDate becameResident, String address,
            LocalDate settledOn, LocalDate notifiedOn, String previousAddress, String relationship) {}
}

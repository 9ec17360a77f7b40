package jp.yakuba.certificate.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A request as its page shows it.
 *
 * @param birthDate of whoever asked; null once it is deleted
 * @param address of whoever asked; null once it is deleted
 * @param wanted names; empty unless some of the household are wanted, or once they are deleted
 * @param answerNumber number of the letter that answers; null until it is here
 * @param asOf day whose ledger says what came; null unless it is here
 * @param issuable true while a copy may be issued of it: today alone
 * @param head name of the head of the household; null unless it was wanted
 * @param doubts what is looked at before a copy is issued; empty unless what it says is here
 * @param persons whom the copy is of; empty unless what it says is here
 * @param eraseAt when what came is deleted, and a request without an answer lapses
 * @param fee yen for a copy today
 */
public record CopySheet(
        CopyLine line, LocalDate birthDate, String address, IdentityDocument identity, CopyScope scope, List<String> wanted, boolean relationships,
        String askedBy, String answerNumber, LocalDate asOf, boolean issuable, String head, Set<CopyDoubt> doubts, List<CopyPerson> persons, List<IssueLine> issues,
        Instant eraseAt, int fee, long version) {
    public CopySheet {
        wanted = List.copyOf(wanted);
        doubts = Set.copyOf(doubts);
        persons = List.copyOf(persons);
        issues = List.copyOf(issues);
    }
}

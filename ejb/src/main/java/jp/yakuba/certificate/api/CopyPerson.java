package jp.yakuba.certificate.api;

import java.time.LocalDate;

/**
 * One person on a copy.
 *
 * @param romanName null if there is none
 * @param sex 1 male, 2 female, 9 other or unknown
 * @param foreign true of residents of another nationality
 * @param settledOn since when the present address is theirs; null if since they became residents
 * @param notifiedOn when the move in was notified; null if the ledger there holds none
 * @param previousAddress where they lived before; null if the ledger there holds none
 * @param relationship 続柄; null unless it was wanted
 */
public record CopyPerson(
        String name, String romanName, LocalDate birthDate, String sex, boolean foreign, LocalDate becameResident, String address, LocalDate settledOn,
        LocalDate notifiedOn, String previousAddress, String relationship) {}

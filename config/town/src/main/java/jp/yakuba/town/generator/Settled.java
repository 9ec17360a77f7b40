package jp.yakuba.town.generator;

import java.time.LocalDate;
import java.util.UUID;
import jp.yakuba.town.generator.NameBook.FullName;

/**
 * A member with everything the ledger wants to know: a person ready for the tables.
 *
 * @param movedFrom the place in town lived at before this household formed; null if none
 */
record Settled(
        UUID id, Member member, FullName name, LocalDate birthDate, String nationality, LocalDate becameResident,
        LocalDate joined, Dwelling movedFrom) {
    boolean bornHere() {
        return becameResident.equals(birthDate);
    }
}

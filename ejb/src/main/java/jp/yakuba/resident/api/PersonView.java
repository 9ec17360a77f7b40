package jp.yakuba.resident.api;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A person of the ledger as the actor may see it.
 *
 * @param name the name exactly as entered, variation sequences included
 * @param sex 1 male, 2 female, 9 other or unknown
 * @param address one line; {@code null} where it is protected and not released to the actor
 * @param relationship 続柄 to the head of household, such as 子
 * @param nationality ISO code; {@code JPN} for Japanese
 * @param current false after moving out or death
 */
public record PersonView(
        UUID id,
        String number,
        String name,
        String kana,
        String romanName,
        LocalDate birthDate,
        String sex,
        UUID householdId,
        String relationship,
        String nationality,
        LocalDate becameResident,
        String postalCode,
        String townCode,
        String address,
        boolean protectedPerson,
        boolean current) {}

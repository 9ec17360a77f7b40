package jp.yakuba.account.api;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Who signed, as the certificate names the person.
 *
 * @param birthDate null where the certificate says that it is not known
 * @param sex 1 male, 2 female, 9 other or unknown
 * @param evidenceId where the evidence is kept
 */
public record SignedFacts(
        String name, LocalDate birthDate, String sex, String address, String serial, UUID evidenceId) {}

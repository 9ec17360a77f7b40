package jp.yakuba.application.api;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * Whom a clerk found in the ledger for a sheet of the counter.
 *
 * @param pickId under which the sheet names the choice; the ledger's own id never stands on the sheet
 * @param number of the office (宛名番号)
 * @param protectedPerson true under 支援措置: the address is not told and not filled in, unless it was released to the clerk
 * @param known answers that follow from the ledger
 */
public record CounterPerson(
        UUID pickId, String number, String name, String kana, LocalDate birthDate, boolean protectedPerson,
        Map<String, String> known) {}

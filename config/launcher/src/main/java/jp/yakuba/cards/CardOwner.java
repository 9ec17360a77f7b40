package jp.yakuba.cards;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody who owns a card of a sample town.
 *
 * @param card name of the card's folder
 * @param sex 1 male, 2 female, 9 other
 * @param personId the person of the ledger; null for somebody who is not in it
 */
public record CardOwner(String card, String name, LocalDate birthDate, String sex, String address, UUID personId) {}

package jp.yakuba.register.api;

import java.time.LocalDate;

/**
 * An entry in a list.
 *
 * @param office code of the office that keeps it
 * @param officeName its name
 * @param state how it stands today
 */
public record EntryLine(Register register, String office, String officeName, String number, String name, EntryState state, LocalDate validUntil) {}

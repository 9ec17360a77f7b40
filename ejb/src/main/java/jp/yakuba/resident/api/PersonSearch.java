package jp.yakuba.resident.api;

import java.time.LocalDate;

/** What to look for: any word of name, kana, number or address; null or blank parts are not asked. */
public record PersonSearch(String words, LocalDate birthDate) {}

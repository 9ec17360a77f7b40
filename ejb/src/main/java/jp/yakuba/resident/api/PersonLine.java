package jp.yakuba.resident.api;

import java.time.LocalDate;
import java.util.UUID;

/** One person in a list. The address is {@code null} where it is protected: the page says so in words. */
public record PersonLine(
        UUID id, String number, String name, String kana, LocalDate birthDate, String sex, String address,
        boolean protectedPerson, boolean current) {}

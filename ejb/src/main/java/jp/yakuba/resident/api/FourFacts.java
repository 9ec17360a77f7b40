package jp.yakuba.resident.api;

import java.time.LocalDate;

/** The four facts (基本4情報) by which the signature certificate names a person. Sex: 1 male, 2 female, 9 other. */
public record FourFacts(String name, LocalDate birthDate, String sex, String address) {}

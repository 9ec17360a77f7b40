package jp.yakuba.resident.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Enter a child born into a household of the town (出生). The relationship follows from the parent's: a child of the head
 * or of the spouse is 子, a child of anybody else is the chain of that relationship and の子.
 *
 * @param causeId id of the application or counter entry it comes from
 * @param parentId a parent in the ledger, whose household the child joins
 * @param sex 1 male, 2 female, 9 not yet known
 */
public record EnterBirth(
        @NotNull UUID causeId,
        @NotNull UUID parentId,
        @NotBlank String name,
        @NotBlank String kana,
        @NotNull LocalDate birthDate,
        @NotBlank String sex,
        @NotBlank String nationality) {}

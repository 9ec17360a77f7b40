package jp.yakuba.resident.model;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;

/** A person as entered with an event; the id is the person's own from now on, account and roman name may be missing. */
@Embeddable
public record EntryPerson(
        UUID personId,
        UUID accountId,
        String name,
        String kana,
        String romanName,
        LocalDate birthDate,
        String sex,
        String relationship,
        String nationality) {}

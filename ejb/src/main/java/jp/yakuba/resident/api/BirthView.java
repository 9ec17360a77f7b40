package jp.yakuba.resident.api;

import java.time.LocalDate;
import java.util.UUID;

/** A birth as entered. State: PROVISIONAL, FINAL, WITHDRAWN. The child has an id from the moment of provisional entry. */
public record BirthView(
        UUID eventId, long version, String state, UUID causeId, LocalDate birthDate, UUID childId, String name, String kana,
        String sex, String relationship, UUID parentId) {}

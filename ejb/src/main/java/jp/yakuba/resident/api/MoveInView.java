package jp.yakuba.resident.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A move as entered. State: PROVISIONAL, FINAL, WITHDRAWN. Persons have ids from the moment of provisional entry. */
public record MoveInView(
        UUID eventId, long version, String state, UUID causeId, LocalDate moveDate, String address,
        String previousAddress, List<PersonLine> members) {}

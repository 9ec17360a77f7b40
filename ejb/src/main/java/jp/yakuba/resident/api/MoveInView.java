package jp.yakuba.resident.api;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A move as entered. State: PROVISIONAL, FINAL, WITHDRAWN. Persons have ids from the moment of provisional entry.
 *
 * @param joinsHead head of the household that is joined, as the applicant wrote the name; null for a new household
 * @param joined number of that household (世帯番号) once it was found; null before, and for a new household
 * @param protectionAsked true if the family asks for protection (支援措置) with the move
 * @param protectionAnswered true if it was asked, whatever it said
 */
public record MoveInView(
        UUID eventId, long version, String state, UUID causeId, LocalDate moveDate, String address,
        String previousAddress, List<PersonLine> members, String joinsHead, String joined, boolean protectionAsked,
        boolean protectionAnswered) {}

package jp.yakuba.resident.api;

import java.util.List;
import java.util.UUID;

/** A household: number, head, members in certificate order. */
public record HouseholdView(UUID id, String number, UUID headId, List<PersonView> members) {}

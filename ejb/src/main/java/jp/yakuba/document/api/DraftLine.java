package jp.yakuba.document.api;

import java.time.Instant;
import java.util.UUID;

/** A draft as a line of a list; number is that of its record once it is decided. */
public record DraftLine(
        UUID id, String section, String title, DraftState state, int versions, String drafter, Instant changedAt, String number) {}

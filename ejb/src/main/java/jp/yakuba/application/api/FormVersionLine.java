package jp.yakuba.application.api;

import java.time.Instant;

/** A version of a form. State: WORKING, PUBLISHED, RETIRED. */
public record FormVersionLine(String procedure, int version, String state, Instant changedAt, String changedBy) {}

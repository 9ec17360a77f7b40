package jp.yakuba.application.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A draft in a list. */
public record DraftLine(UUID id, List<Text> procedures, Instant savedAt, Instant keptUntil) {}

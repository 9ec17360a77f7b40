package jp.yakuba.audit.api;

import java.time.Instant;
import java.util.UUID;

/** A look at a person that the actor made and that stands in the log, with the reason given then. */
public record OwnLook(UUID entryId, String reason, Instant at) {}

package jp.yakuba.account.api;

import java.time.Instant;
import java.util.UUID;

/** A registered card: its certificate's serial number, until when it holds, since when it is registered. */
public record CardView(UUID id, String serial, Instant validUntil, Instant registeredAt) {}

package jp.yakuba.resident.api;

import java.time.Instant;
import java.util.UUID;

/** A request for a temporary release (一時解除): whose address, who asks, when and why. */
public record ReleaseView(
        UUID id, long version, UUID personId, String personName, String requester, Instant requestedAt, String reason) {}

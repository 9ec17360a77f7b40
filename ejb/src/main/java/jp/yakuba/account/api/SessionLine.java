package jp.yakuba.account.api;

import java.time.Instant;
import java.util.UUID;
import jp.yakuba.kernel.Assurance;

/** A standing session of one's own: since when, last used, from where, with what, how sure, and whether it is this one. */
public record SessionLine(
        UUID id, Instant createdAt, Instant usedAt, String origin, String agent, Assurance assurance, boolean current) {}

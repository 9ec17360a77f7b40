package jp.yakuba.register.model;

import java.time.Instant;
import jp.yakuba.register.api.EntryDeed;

/**
 * How an entry stood after a change.
 *
 * @param content null if it was taken off
 */
public record PastState(Instant at, String who, EntryDeed deed, String reason, EntryContent content) {}

package jp.yakuba.exchange.api;

import java.time.Instant;

/**
 * How an office was written down after a change.
 *
 * @param at when
 * @param who name of the person; null if it was written down before there was a history
 * @param reason why; null if none was asked for
 * @param peer as it stood from then on
 */
public record PeerChange(Instant at, String who, String reason, PeerView peer) {}

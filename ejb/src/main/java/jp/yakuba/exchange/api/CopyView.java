package jp.yakuba.exchange.api;

import java.time.Instant;

/**
 * A copy of what another office publishes.
 *
 * @param peer code of that office
 * @param office its name
 * @param asOf the moment, by the publisher's word, at which the publication stood like the copy; null before the first time
 * @param problem why the last attempt to ask failed, as a code; null if it did not
 * @param agreed false if this office may not ask for it any more: the copy grows old
 */
public record CopyView(String peer, String office, Instant asOf, String problem, boolean agreed) {}

package jp.yakuba.messaging.api;

import java.time.Instant;

/**
 * How much waits.
 *
 * @param unsent messages that no journal holds yet
 * @param undone messages that were sent and whose receiver has not said done
 * @param oldest when the oldest of both was left; null if nothing waits
 * @param setAside arrived messages that wait for an operator
 */
public record BacklogView(long unsent, long undone, Instant oldest, long setAside) {}

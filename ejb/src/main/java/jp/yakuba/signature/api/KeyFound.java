package jp.yakuba.signature.api;

import java.time.Instant;
import java.util.Optional;

/**
 * What the office has to sign with at a moment.
 *
 * @param until last moment of its certificate; null if none can be read
 * @param usable the hand, if the key may be used
 */
public record KeyFound(KeyState state, Instant until, Optional<Hand> usable) {}

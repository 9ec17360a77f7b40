package jp.yakuba.exchange.service.container;

import java.time.Instant;

/**
 * A container with proof behind its signature.
 *
 * @param stampUntil end of the certificate behind the latest time stamp
 */
public record ExtendedContainer(SealedContainer container, Instant stampUntil) {}

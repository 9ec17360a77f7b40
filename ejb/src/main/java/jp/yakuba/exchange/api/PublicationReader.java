package jp.yakuba.exchange.api;

import java.time.Instant;

/**
 * An office that may read a publication here.
 *
 * @param lastRead when it last did; null if it never has
 */
public record PublicationReader(String code, String name, Instant lastRead) {}

package jp.yakuba.audit.api;

import java.time.Instant;

/**
 * The end of the audit chain at a moment.
 *
 * @param sequence number of the last seal
 * @param hash its hash in hexadecimal digits
 * @param at when it was sealed, published or stamped
 * @param authority who stamped it; null for a head without a stamp
 */
public record ChainHead(long sequence, String hash, Instant at, String authority) {}

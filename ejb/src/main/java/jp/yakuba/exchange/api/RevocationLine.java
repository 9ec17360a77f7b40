package jp.yakuba.exchange.api;

import java.time.Instant;

/**
 * A revocation list (失効リスト) by which certificates of offices are judged.
 *
 * @param issuer the authority, as its name stands in the list
 * @param issuedAt when it was issued
 * @param until when the next one should be here; null if it does not say
 * @param isOver true if it is later than that: nobody of that authority is believed
 */
public record RevocationLine(String issuer, Instant issuedAt, Instant until, boolean isOver) {}

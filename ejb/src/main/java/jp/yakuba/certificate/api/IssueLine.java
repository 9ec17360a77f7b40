package jp.yakuba.certificate.api;

import java.time.Instant;
import java.util.UUID;

/**
 * A copy that was issued.
 *
 * @param number its number (発行番号)
 * @param fee yen; nothing of a spoiled one
 * @param printed true once its sheet was fetched; it is fetched once
 * @param spoiled why it is void (書き損じ); null if it is not
 */
public record IssueLine(UUID id, String number, int fee, Instant issuedAt, String issuedBy, boolean printed, String spoiled) {}

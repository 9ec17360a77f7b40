package jp.yakuba.signature.api;

import java.time.Instant;

/**
 * What was signed, with proof behind the signature.
 *
 * @param stampUntil end of the certificate behind the latest time stamp
 */
public record Extended(byte[] content, Instant stampUntil) {}

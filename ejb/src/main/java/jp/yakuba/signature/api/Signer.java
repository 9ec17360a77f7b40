package jp.yakuba.signature.api;

import java.time.Instant;

/**
 * Whose certificate signs, as far as people need it.
 *
 * @param serial in hexadecimal digits
 * @param organization its organizationIdentifier (X.520, 2.5.4.97); null if none stands in it
 * @param from first moment of the certificate
 * @param until last moment of the certificate
 */
public record Signer(String name, String issuer, String serial, String organization, Instant from, Instant until) {}

package jp.yakuba.account.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * Verify a signature.
 *
 * @param subjectType kind of thing signed, such as {@code draft}
 * @param subjectId its id
 * @param digest SHA-256 of what was signed, 32 bytes
 * @param certificate signature certificate, DER in Base64
 * @param signature RSA signature (PKCS #1 v1.5, SHA-256) over what has the digest, Base64
 */
public record VerifySignature(
        @NotBlank String subjectType,
        @NotNull UUID subjectId,
        byte[] digest,
        @NotBlank String certificate,
        @NotBlank String signature) {}

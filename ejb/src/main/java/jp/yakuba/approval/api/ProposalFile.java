package jp.yakuba.approval.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/**
 * A file that is decided on, by its content.
 *
 * @param name as people see it
 * @param sha256 of its bytes, in small hexadecimal digits
 */
public record ProposalFile(@NotBlank String name, @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}

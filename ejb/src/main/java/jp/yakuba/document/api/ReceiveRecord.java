package jp.yakuba.document.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Receive an incoming record.
 *
 * @param causeType what it came from, such as {@code application}
 * @param causeId id of the cause; the same cause is received once
 * @param section code of the section that answers for it
 * @param title title without personal data beyond what the register may show
 * @param sender who sent it, as the register shows
 * @param arrivedAt moment of arrival (到達)
 * @param files SHA-256 of the files that belong to it
 */
public record ReceiveRecord(
        @NotBlank String causeType,
        @NotNull UUID causeId,
        @NotBlank String section,
        @NotBlank String title,
        @NotBlank String sender,
        @NotNull Instant arrivedAt,
        @NotNull List<String> files) {}

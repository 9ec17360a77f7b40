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
 * @param matter code of the procedure or matter, by which the filing plan chooses its file; null if unknown
 */
public record ReceiveRecord(
        @NotBlank String causeType,
        @NotNull UUID causeId,
        @NotBlank String section,
        @NotBlank String title,
        @NotBlank String sender,
        @NotNull Instant arrivedAt,
        @NotNull List<String> files,
        String matter) {

    /** Without a matter: the filing plan puts it where the section keeps all that has no file of its own. */
    public ReceiveRecord(
            String causeType, UUID causeId, String section, String title, String sender, Instant arrivedAt, List<String> files) {
        this(causeType, causeId, section, title, sender, arrivedAt, files, null);
    }
}

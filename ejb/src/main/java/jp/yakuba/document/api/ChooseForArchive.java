package jp.yakuba.document.api;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * What the archivist chooses for a file on a list of disposal.
 *
 * @param dossierId the file
 * @param choice whether it stays for ever
 * @param reason why; needed to keep it
 */
public record ChooseForArchive(@NotNull UUID dossierId, @NotNull ArchiveChoice choice, String reason) {}

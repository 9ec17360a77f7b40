package jp.yakuba.document.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Orders that documents of an earlier system are taken in.
 *
 * @param source name of a folder or ZIP archive in the import folder
 * @param origin name of the earlier system; with direction, section and fiscal year it tells its numbers from those of others
 * @param onlyCheck true to look what would be wrong, and take nothing
 */
public record OrderImport(@NotBlank @Size(max = 200) String source, @NotBlank @Size(max = 100) String origin, boolean onlyCheck) {}

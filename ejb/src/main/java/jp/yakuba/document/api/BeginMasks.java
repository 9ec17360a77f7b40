package jp.yakuba.document.api;

import java.util.UUID;

/**
 * Begins a sheet of masks over a file of a record.
 *
 * @param recordId the record
 * @param position which of its files
 * @param purpose what the sheet is for
 * @param after a sheet over the same file whose masks it begins with; null for none
 */
public record BeginMasks(UUID recordId, int position, String purpose, UUID after) {}

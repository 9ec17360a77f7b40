package jp.yakuba.document.api;

import java.util.List;
import java.util.UUID;

/**
 * A part of what was found, latest entry first.
 *
 * @param behind the record behind which to look on; null if everything was looked through
 */
public record FoundRecords(List<FoundRecord> records, UUID behind) {}

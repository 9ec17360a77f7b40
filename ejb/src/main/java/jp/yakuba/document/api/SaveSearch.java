package jp.yakuba.document.api;

import java.util.UUID;

/**
 * Keeps a search under a name.
 *
 * @param id the kept search that is to look for this from now on; null for a new one
 * @param version the version of it that was seen
 */
public record SaveSearch(UUID id, long version, String name, RecordQuery query) {
    /** A new one. */
    public static SaveSearch asNew(String name, RecordQuery query) {
        return new SaveSearch(null, 0, name, query);
    }
}

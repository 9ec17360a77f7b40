package jp.yakuba.document.api;

import jakarta.ejb.Local;
import java.util.List;
import java.util.UUID;

/** The desk where staff look for records by whatever they know of them, words inside of files too, and keep what they look for often. */
@Local
public interface RecordSearchDesk {
    /**
     * The next records that fit and that the actor may read, latest first; what only hidden words (a protected address) would
     * have found is not found.
     *
     * @param behind where the part before ended; null for the first part
     */
    FoundRecords find(RecordQuery query, UUID behind, int size);

    /** The same as {@link #find} for a file that is taken away, which the audit log says. */
    FoundRecords export(RecordQuery query, UUID behind, int size);

    /** How many records of the office are not in the index yet, counted to a thousand; they are found a few seconds after they were entered. */
    long countWaiting();

    /** What the actor has kept, by name. */
    List<SavedSearchView> listSaved();

    /** One of the actor's own; refused with {@code DOC-130} if there is none. */
    SavedSearchView getSaved(UUID id);

    /** Keeps a search, or changes a kept one. */
    UUID save(SaveSearch command);

    /** Forgets a kept search. */
    void remove(UUID id, long version);
}

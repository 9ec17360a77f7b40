package jp.yakuba.search.api;

import jakarta.ejb.Local;
import java.util.List;

/** The search desk: one index for everything, written in the transaction of the deed that changes a thing. */
@Local
public interface SearchDesk {
    /** Puts or replaces an entry in the caller's transaction. */
    void put(IndexEntry entry);

    /** Takes an entry out in the caller's transaction. */
    void remove(String kind, String key);

    /** Entries of a kind in an area that fit the words, best first; rights are part of the query. */
    List<Hit> find(String kind, String area, String words, int limit);
}

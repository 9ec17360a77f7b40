package jp.yakuba.search.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import jp.yakuba.kernel.Role;
import jp.yakuba.search.api.Hit;
import jp.yakuba.search.api.IndexEntry;
import jp.yakuba.search.api.SearchDesk;
import jp.yakuba.search.store.EntryStore;

/** Behind the search desk. */
@Stateless
public class SearchDeskBean implements SearchDesk {
    private static final int LONGEST_QUESTION = 200;
    private static final int MOST_HITS = 500;

    private EntryStore store;

    protected SearchDeskBean() {
        // for the container
    }

    @Inject
    public SearchDeskBean(EntryStore store) {
        this.store = store;
    }

    @Override
    @RolesAllowed({Role.DESK, Role.SYSTEM})
    public void put(IndexEntry entry) {
        store.put(entry);
    }

    @Override
    @RolesAllowed({Role.DESK, Role.SYSTEM})
    public void remove(String kind, String key) {
        store.remove(kind, key);
    }

    /** Open to all: what may be seen is decided by the area, which the calling desk names, not by who asks. */
    @Override
    @PermitAll
    public List<Hit> find(String kind, String area, String words, int limit) {
        var question = words == null ? "" : words.strip();
        if (question.isEmpty() || limit < 1) {
            return List.of();
        }
        var shortened = question.substring(0, Math.min(question.length(), LONGEST_QUESTION));
        return store.find(kind, area, shortened, Math.min(limit, MOST_HITS));
    }
}

package jp.yakuba.document.service.search;

import static jp.yakuba.document.api.DocumentProblem.DAYS_TURNED;
import static jp.yakuba.document.api.DocumentProblem.SEARCH_EMPTY;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.FoundRecords;
import jp.yakuba.document.api.RecordQuery;
import jp.yakuba.document.api.RecordSearchDesk;
import jp.yakuba.document.api.SaveSearch;
import jp.yakuba.document.api.SavedSearchView;
import jp.yakuba.document.service.record.OwnRecords;
import jp.yakuba.document.store.search.IndexStore;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Behind the search of records: each answer stands in the audit log, under the applicant behind each record that was shown. */
@Stateless
@RunAs(Role.DESK)
public class RecordSearchDeskBean implements RecordSearchDesk {
    private static final int MOST_AT_ONCE = 100;

    private RecordSearch search;
    private SavedSearches saved;
    private IndexStore index;
    private OwnRecords own;

    protected RecordSearchDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public RecordSearchDeskBean(RecordSearch search, SavedSearches saved, IndexStore index, OwnRecords own) {
        this.search = search;
        this.saved = saved;
        this.index = index;
        this.own = own;
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public FoundRecords find(RecordQuery query, UUID behind, int size) {
        return found(query, behind, size, "search");
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public FoundRecords export(RecordQuery query, UUID behind, int size) {
        return found(query, behind, size, "search file");
    }

    private FoundRecords found(RecordQuery query, UUID behind, int size, String reason) {
        if (query.isEmpty()) {
            throw new RuleViolation(SEARCH_EMPTY);
        }
        if (query.from() != null && query.until() != null && query.from().isAfter(query.until())) {
            throw new RuleViolation(DAYS_TURNED);
        }
        own.lookedAtRegister(query.section(), reason);
        var found = search.find(query, behind, Math.max(1, Math.min(size, MOST_AT_ONCE)));
        own.lookedAtAll(found.records().stream().map(one -> one.line().id()).toList(), reason);
        return found;
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public long countWaiting() {
        return index.countWaiting();
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public List<SavedSearchView> listSaved() {
        return saved.list();
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public SavedSearchView getSaved(UUID id) {
        return saved.get(id);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public UUID save(SaveSearch command) {
        return saved.save(command);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void remove(UUID id, long version) {
        saved.remove(id, version);
    }
}

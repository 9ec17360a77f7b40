package jp.yakuba.document.service.search;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_SEARCH;
import static jp.yakuba.document.api.DocumentProblem.SEARCH_NAME_TAKEN;
import static jp.yakuba.document.api.DocumentProblem.TOO_MANY_SEARCHES;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.SaveSearch;
import jp.yakuba.document.api.SavedSearchView;
import jp.yakuba.document.model.search.SavedSearch;
import jp.yakuba.document.store.search.SavedSearchStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;

/** Searches that the actor keeps; those of others are not there. */
@ApplicationScoped
public class SavedSearches {
    private static final int MOST = 50;

    @Inject
    private SavedSearchStore store;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    List<SavedSearchView> list() {
        return store.list(actor.get().id()).stream().map(SavedSearch::view).toList();
    }

    SavedSearchView get(UUID id) {
        return list().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> new RuleViolation(NO_SUCH_SEARCH));
    }

    /** Two deeds of one owner follow each other, so that no name is given twice and none is one too many. */
    UUID save(SaveSearch command) {
        var owner = actor.get().id();
        int kept = store.lockOwner(owner);
        if (command.name() != null && store.isTaken(owner, command.name().strip(), command.id())) {
            throw new RuleViolation(SEARCH_NAME_TAKEN, command.name().strip());
        }
        if (command.id() != null) {
            own(command.id(), command.version()).change(command.name(), command.query(), clock.now());
            return command.id();
        }
        if (kept >= MOST) {
            throw new RuleViolation(TOO_MANY_SEARCHES, MOST);
        }
        var saved = SavedSearch.of(owner, command.name(), command.query(), clock.now());
        store.add(saved);
        return saved.id();
    }

    void remove(UUID id, long version) {
        store.remove(own(id, version));
    }

    private SavedSearch own(UUID id, long version) {
        var saved = store.lock(id, actor.get().id()).orElseThrow(() -> new RuleViolation(NO_SUCH_SEARCH));
        saved.expect(version);
        return saved;
    }
}

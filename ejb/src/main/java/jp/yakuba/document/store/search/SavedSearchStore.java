package jp.yakuba.document.store.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.model.search.SavedSearch;

/** Where searches are kept that members of staff gave a name; each is there for its owner alone. */
@ApplicationScoped
public class SavedSearchStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** What the owner has, by name. */
    public List<SavedSearch> list(UUID staffId) {
        return entities.createQuery("select s from SavedSearch s where s.staffId = :owner order by s.name, s.id", SavedSearch.class)
                .setParameter("owner", staffId)
                .getResultList();
    }

    /** One of the owner's; nobody changes it until the deed ends. */
    public Optional<SavedSearch> lock(UUID id, UUID staffId) {
        return entities.createQuery("select s from SavedSearch s where s.id = :id and s.staffId = :owner", SavedSearch.class)
                .setParameter("id", id)
                .setParameter("owner", staffId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Waits until no other deed of the same owner gives names; returns how many searches the owner has. */
    public int lockOwner(UUID staffId) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
                .setParameter(1, "doc_saved_search " + staffId)
                .getSingleResult();
        return list(staffId).size();
    }

    /** True if another search of the owner has the name. */
    public boolean isTaken(UUID staffId, String name, UUID except) {
        return list(staffId).stream().anyMatch(one -> one.view().name().equals(name) && !one.id().equals(except));
    }

    public void add(SavedSearch search) {
        entities.persist(search);
        entities.flush();
    }

    public void remove(SavedSearch search) {
        entities.remove(search);
    }
}

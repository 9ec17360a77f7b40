package jp.yakuba.resident.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.resident.model.Protection;
import jp.yakuba.resident.model.Release;

/** Where protections and releases are kept. */
@ApplicationScoped
public class ProtectionStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Keeps a new protection or release. */
    public void add(Object entity) {
        entities.persist(entity);
    }

    /** Sends what is pending. */
    public void write() {
        entities.flush();
    }

    /** The protection, locked. */
    public Optional<Protection> lock(UUID id) {
        return Optional.ofNullable(entities.find(Protection.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The release, locked. */
    public Optional<Release> lockRelease(UUID id) {
        return Optional.ofNullable(entities.find(Release.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Protections that stand, the first to end first. */
    public Page<Protection> standing(PageRequest page) {
        return page("Protection p where p.endedAt is null", "p.endsOn, p.id", Protection.class, page);
    }

    /** The protection, if it stands. */
    public Optional<Protection> find(UUID id) {
        return Optional.ofNullable(entities.find(Protection.class, id)).filter(Protection::isStanding);
    }

    /** Requests that wait, oldest first. */
    public Page<Release> waiting(PageRequest page) {
        return page("Release p where p.decidedAt is null", "p.requestedAt, p.id", Release.class, page);
    }

    private <T> Page<T> page(String from, String order, Class<T> type, PageRequest page) {
        var rows = entities.createQuery("select p from " + from + " order by " + order, type)
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        var total = entities.createQuery("select count(p) from " + from, Long.class).getSingleResult();
        return new Page<>(rows, total, page);
    }
}

package jp.yakuba.resident.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.resident.model.Protection;
import jp.yakuba.resident.model.Release;

/** Where protections and releases are kept. */
@ApplicationScoped
public class ProtectionStore {
    private static final int MOST = 500;

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
    public List<Protection> standing() {
        return entities.createQuery(
                        "select p from Protection p where p.endedAt is null order by p.endsOn, p.id", Protection.class)
                .setMaxResults(MOST)
                .getResultList();
    }

    /** Requests that wait, oldest first. */
    public List<Release> waiting() {
        return entities.createQuery(
                        "select r from Release r where r.decidedAt is null order by r.requestedAt", Release.class)
                .setMaxResults(MOST)
                .getResultList();
    }
}

package jp.yakuba.document.store.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.model.receipt.StagedFile;

/** Where files wait that were handed in and not entered yet. */
@ApplicationScoped
public class StagingStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(StagedFile staged) {
        entities.persist(staged);
    }

    /** A waiting file of the member of staff. */
    public Optional<StagedFile> find(UUID id, UUID staffId) {
        return entities.createQuery("select s from StagedFile s where s.id = :id and s.staffId = :staff", StagedFile.class)
                .setParameter("id", id)
                .setParameter("staff", staffId)
                .getResultStream()
                .findFirst();
    }

    public void remove(List<StagedFile> entered) {
        entered.forEach(entities::remove);
    }

    /** Forgets files that nobody entered for long; returns how many. */
    public int removeOlderThan(Instant moment) {
        return entities.createQuery("delete from StagedFile s where s.stagedAt < :moment")
                .setParameter("moment", moment)
                .executeUpdate();
    }
}

package jp.yakuba.inquiry.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.inquiry.model.Asked;
import jp.yakuba.kernel.PageRequest;

/** Where it lies what other offices ask. */
@ApplicationScoped
public class AskedStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(Asked asked) {
        entities.persist(asked);
    }

    public Optional<Asked> find(UUID id) {
        return Optional.ofNullable(entities.find(Asked.class, id));
    }

    public Optional<Asked> lock(UUID id) {
        return Optional.ofNullable(entities.find(Asked.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** What the office asks by the inquiry of its own. */
    public Optional<Asked> lockOf(String peer, UUID inquiry) {
        return entities.createQuery("select a from Asked a where a.peer = :peer and a.inquiry = :inquiry", Asked.class)
                .setParameter("peer", peer)
                .setParameter("inquiry", inquiry)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream().findFirst();
    }

    /** What is answered by a draft. */
    public Optional<Asked> lockOfDraft(UUID draftId) {
        return entities.createQuery("select a from Asked a where a.draftId = :draft", Asked.class)
                .setParameter("draft", draftId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream().findFirst();
    }

    /** What is asked of the sections: what is open first, by its day. */
    public List<Asked> list(Collection<String> sections, PageRequest part) {
        return entities.createQuery("select a from Asked a where a.section in :sections order by case when a.state = "
                        + "jp.yakuba.inquiry.api.AskedState.ANSWERED then 1 else 0 end, a.deadline, a.id", Asked.class)
                .setParameter("sections", sections)
                .setFirstResult(part.offset())
                .setMaxResults(part.size())
                .getResultList();
    }

    public long count(Collection<String> sections) {
        return entities.createQuery("select count(a) from Asked a where a.section in :sections", Long.class)
                .setParameter("sections", sections)
                .getSingleResult();
    }

    /** Takes away what came of a record that has ended. */
    public void forget(UUID record) {
        entities.createNativeQuery("DELETE FROM inq_asked WHERE record_id = ?1").setParameter(1, record).executeUpdate();
    }
}

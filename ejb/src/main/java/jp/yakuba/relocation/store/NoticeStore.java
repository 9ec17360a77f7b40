package jp.yakuba.relocation.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.relocation.model.ReceivedNotice;
import jp.yakuba.relocation.model.SentNotice;

/** Where notices lie, those that left and those that arrived. */
@ApplicationScoped
public class NoticeStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(SentNotice notice) {
        entities.persist(notice);
    }

    public void add(ReceivedNotice notice) {
        entities.persist(notice);
    }

    /** Sends what is pending, so that constraints speak now. */
    public void write() {
        entities.flush();
    }

    /** What was told of the move. */
    public Optional<SentNotice> findSent(UUID eventId) {
        return Optional.ofNullable(entities.find(SentNotice.class, eventId));
    }

    public Optional<ReceivedNotice> find(UUID id) {
        return Optional.ofNullable(entities.find(ReceivedNotice.class, id));
    }

    /** The notice, locked and as it is now: whoever comes second waits and sees what the first made of it. */
    public Optional<ReceivedNotice> lock(UUID id) {
        var found = find(id);
        found.ifPresent(one -> entities.refresh(one, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    /** The sender's notice of the id. */
    public Optional<ReceivedNotice> findOf(String peer, UUID notice) {
        return entities.createQuery("select n from ReceivedNotice n where n.peer = :peer and n.notice = :notice", ReceivedNotice.class)
                .setParameter("peer", peer)
                .setParameter("notice", notice)
                .getResultStream().findFirst();
    }

    /** Notices of the sections: what is open first, then the latest. */
    public List<ReceivedNotice> list(Collection<String> sections, PageRequest part) {
        return entities.createQuery("select n from ReceivedNotice n where n.section in :sections order by case when n.state = "
                        + "jp.yakuba.relocation.api.NoticeState.OPEN then 0 else 1 end, n.arrivedAt desc, n.id", ReceivedNotice.class)
                .setParameter("sections", sections)
                .setFirstResult(part.offset())
                .setMaxResults(part.size())
                .getResultList();
    }

    public long count(Collection<String> sections) {
        return entities.createQuery("select count(n) from ReceivedNotice n where n.section in :sections", Long.class)
                .setParameter("sections", sections)
                .getSingleResult();
    }

    /** Takes away what came of a record that has ended. */
    public void forget(UUID record) {
        entities.createNativeQuery("DELETE FROM rel_notice WHERE record_id = ?1").setParameter(1, record).executeUpdate();
        entities.createNativeQuery("DELETE FROM rel_sent WHERE record_id = ?1").setParameter(1, record).executeUpdate();
    }
}

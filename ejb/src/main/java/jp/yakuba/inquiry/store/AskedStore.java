package jp.yakuba.inquiry.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.yakuba.inquiry.api.AskedLine;
import jp.yakuba.inquiry.model.Asked;

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

    /** The record that asks what is answered by a draft. */
    public Optional<UUID> findRecordOfDraft(UUID draftId) {
        return entities.createQuery("select a.recordId from Asked a where a.draftId = :draft", UUID.class)
                .setParameter("draft", draftId)
                .getResultStream().findFirst();
    }

    /** Whoever answers now has not been told of its day. */
    public void tellAgain(UUID id) {
        entities.createNativeQuery("DELETE FROM inq_day_notice WHERE subject = ?1").setParameter(1, id).executeUpdate();
    }

    /** Another section answers by the record, and is told of its day in its turn. */
    public void handOn(UUID record, String section) {
        entities.createQuery("select a from Asked a where a.recordId = :record", Asked.class)
                .setParameter("record", record)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList().stream().filter(asked -> !asked.section().equals(section)).forEach(asked -> {
                    asked.handOn(section);
                    tellAgain(asked.id());
                });
    }

    /** What is asked of the sections, and by which records: what is open first, by its day. */
    public List<Place> listPlaces(Collection<String> sections, boolean openOnly) {
        return entities.createQuery("select new jp.yakuba.inquiry.store.AskedStore$Place(a.id, a.recordId) from Asked a where a.section in :sections "
                        + "and (:all = true or a.state <> jp.yakuba.inquiry.api.AskedState.ANSWERED) order by case when a.state = "
                        + "jp.yakuba.inquiry.api.AskedState.ANSWERED then 1 else 0 end, a.deadline, a.id", Place.class)
                .setParameter("sections", sections)
                .setParameter("all", !openOnly)
                .getResultList();
    }

    /** Where something that is asked lies. */
    public record Place(UUID id, UUID recordId) {}

    /** Lines of what is asked, in the order of the ids; forms and answers are not read. */
    public List<AskedLine> listLines(List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var lines = entities.createQuery("select new jp.yakuba.inquiry.api.AskedLine(a.id, a.section, a.peerName, a.title, a.number, a.deadline, a.state, "
                        + "a.arrivedAt, a.answeredAt, a.remindedAt, a.extendedAt, a.draftId) from Asked a where a.id in :ids", AskedLine.class)
                .setParameter("ids", ids)
                .getResultStream().collect(Collectors.toMap(AskedLine::id, Function.identity()));
        return ids.stream().map(lines::get).filter(Objects::nonNull).toList();
    }

    /** Takes away what came of a record that has ended. */
    public void forget(UUID record) {
        entities.createNativeQuery("DELETE FROM inq_day_notice WHERE subject IN (SELECT id FROM inq_asked WHERE record_id = ?1)").setParameter(1, record)
                .executeUpdate();
        entities.createNativeQuery("DELETE FROM inq_asked WHERE record_id = ?1").setParameter(1, record).executeUpdate();
    }
}

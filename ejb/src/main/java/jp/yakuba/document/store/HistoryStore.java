package jp.yakuba.document.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.model.history.HistoryEnd;
import jp.yakuba.document.model.history.HistoryHead;
import jp.yakuba.document.model.history.RecordEvent;

/** Where histories of records are kept; steps are added, never changed. */
@ApplicationScoped
public class HistoryStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Adds the first step of something that is new in this deed: nobody else can know it yet. */
    public void begin(RecordEvent first) {
        entities.persist(first);
        entities.persist(HistoryHead.of(first));
    }

    /** Adds a step to a history whose end this deed has locked. */
    public void add(RecordEvent step) {
        entities.persist(step);
        entities.createNativeQuery("""
                        INSERT INTO doc_event_head AS h (record_id, sequence, hash) VALUES (?1, ?2, ?3)
                        ON CONFLICT (record_id) DO UPDATE SET sequence = EXCLUDED.sequence, hash = EXCLUDED.hash
                        """)
                .setParameter(1, step.place().recordId())
                .setParameter(2, step.end().sequence())
                .setParameter(3, step.end().hash())
                .executeUpdate();
    }

    /** The end of a history; whoever asks next waits until this deed is over. */
    public HistoryEnd lockEnd(UUID recordId) {
        return findEnd("SELECT sequence, hash FROM doc_event_head WHERE record_id = ?1 FOR UPDATE", recordId)
                .orElseGet(HistoryEnd::beforeTheFirst);
    }

    /** The kept end of a history. */
    public Optional<HistoryEnd> findEnd(UUID recordId) {
        return findEnd("SELECT sequence, hash FROM doc_event_head WHERE record_id = ?1", recordId);
    }

    /** Every step in order. */
    public List<RecordEvent> list(UUID recordId) {
        return entities.createQuery("""
                        select e from RecordEvent e where e.place.recordId = :record order by e.place.sequence
                        """, RecordEvent.class)
                .setParameter("record", recordId)
                .getResultList();
    }

    private Optional<HistoryEnd> findEnd(String sql, UUID recordId) {
        List<?> found = entities.createNativeQuery(sql, Tuple.class).setParameter(1, recordId).getResultList();
        return found.stream().findFirst().map(row -> {
            var tuple = (Tuple) row;
            return new HistoryEnd(((Number) tuple.get(0)).intValue(), (byte[]) tuple.get(1));
        });
    }
}

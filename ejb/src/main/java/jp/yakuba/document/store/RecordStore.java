package jp.yakuba.document.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.model.Direction;
import jp.yakuba.document.model.NumberedRecord;

/** Where records and the counters of their numbers are kept. */
@ApplicationScoped
public class RecordStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(NumberedRecord incomingOrOutgoing) {
        entities.persist(incomingOrOutgoing);
        entities.flush();
    }

    public Optional<NumberedRecord> find(UUID id) {
        return Optional.ofNullable(entities.find(NumberedRecord.class, id));
    }

    public Optional<NumberedRecord> findByCause(Direction direction, String causeType, UUID causeId) {
        return entities.createQuery("""
                        select r from NumberedRecord r
                        where r.direction = :direction and r.causeType = :type and r.causeId = :id
                        """, NumberedRecord.class)
                .setParameter("direction", direction)
                .setParameter("type", causeType)
                .setParameter("id", causeId)
                .getResultStream()
                .findFirst();
    }

    /** The next number of a series; the series waits for this deed's end, so a roll-back leaves no gap. */
    public long next(Direction direction, String section, int fiscalYear) {
        var last = entities.createNativeQuery("""
                        INSERT INTO doc_counter AS c (direction, section, fiscal_year, last) VALUES (?1, ?2, ?3, 1)
                        ON CONFLICT (direction, section, fiscal_year) DO UPDATE SET last = c.last + 1
                        RETURNING c.last
                        """)
                .setParameter(1, direction.name())
                .setParameter(2, section)
                .setParameter(3, fiscalYear)
                .getSingleResult();
        return ((Number) last).longValue();
    }
}

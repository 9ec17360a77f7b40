package jp.yakuba.document.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.document.model.Direction;
import jp.yakuba.document.model.NumberedRecord;
import org.hibernate.query.NativeQuery;

/** Where records and the counters of their numbers are kept. */
@ApplicationScoped
public class RecordStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(NumberedRecord entered) {
        entities.persist(entered);
    }

    /** Writes what is pending, so that constraints speak inside the deed. */
    public void write() {
        entities.flush();
    }

    public Optional<NumberedRecord> find(UUID id) {
        return Optional.ofNullable(entities.find(NumberedRecord.class, id));
    }

    /** The record of the cause, if an earlier deed entered it. */
    public Optional<NumberedRecord> findByCause(Direction direction, String causeType, UUID causeId) {
        return entities.createQuery("""
                        select r from NumberedRecord r
                        where r.direction = :direction and r.causeType = :type and r.causeId = :id
                        """, NumberedRecord.class)
                .setParameter("direction", direction)
                .setParameter("type", causeType)
                .setParameter("id", causeId)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst();
    }

    /** What caused the records: by the sort of the cause its id by record. */
    public Map<String, Map<UUID, UUID>> listCauses(Collection<UUID> ids) {
        return entities.createQuery("select r.causeType, r.id, r.causeId from NumberedRecord r where r.id in :ids", Object[].class)
                .setParameter("ids", ids)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .collect(Collectors.groupingBy(row -> (String) row[0], Collectors.toMap(row -> (UUID) row[1], row -> (UUID) row[2])));
    }

    /** The next number of a series; the series waits for this deed's end, so a roll-back leaves no gap. */
    public long next(Direction direction, String section, int fiscalYear) {
        return next(direction, section, fiscalYear, 0);
    }

    /** The same; a series that does not exist yet begins behind the given number. */
    public long next(Direction direction, String section, int fiscalYear, long behind) {
        var last = entities.createNativeQuery("""
                        INSERT INTO doc_counter AS c (direction, section, fiscal_year, last, behind) VALUES (?1, ?2, ?3, ?4 + 1, ?4)
                        ON CONFLICT (direction, section, fiscal_year) DO UPDATE SET last = c.last + 1
                        RETURNING c.last
                        """)
                .unwrap(NativeQuery.class)
                .addSynchronizedQuerySpace("doc_counter")
                .setParameter(1, direction.name())
                .setParameter(2, section)
                .setParameter(3, fiscalYear)
                .setParameter(4, behind)
                .getSingleResult();
        return ((Number) last).longValue();
    }

    /** The highest number that one of the sections has given, 0 if none has; whoever is giving one is waited for. */
    public long lastOf(Direction direction, Collection<String> sections, int fiscalYear) {
        List<?> last = entities.createNativeQuery("""
                        SELECT last FROM doc_counter WHERE direction = ?1 AND section IN (?2) AND fiscal_year = ?3
                        ORDER BY section FOR UPDATE
                        """, Long.class)
                .setParameter(1, direction.name())
                .setParameter(2, sections)
                .setParameter(3, fiscalYear)
                .getResultList();
        return last.stream().mapToLong(one -> ((Number) one).longValue()).max().orElse(0);
    }

    /** Number of a record among whose files the bytes are, if there is one. */
    public Optional<String> findNumberByFile(String sha256) {
        List<?> found = entities.createNativeQuery("""
                        SELECT r.number FROM doc_record_file f JOIN doc_record r ON r.id = f.record_id
                        JOIN doc_life l ON l.record_id = r.id
                        WHERE f.sha256 = ?1 AND NOT l.confidential ORDER BY r.recorded_at LIMIT 1
                        """, String.class)
                .setParameter(1, sha256)
                .getResultList();
        return found.stream().findFirst().map(String.class::cast);
    }
}

package jp.yakuba.document.store.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.document.model.receipt.LetterReceipt;
import jp.yakuba.document.model.record.Circulation;
import jp.yakuba.document.model.record.Filing;
import jp.yakuba.document.model.record.NamedReader;
import jp.yakuba.document.model.record.RecordLife;
import org.hibernate.jpa.HibernateHints;

/** Where the lives of records, their places, readers and circulations are kept. */
@ApplicationScoped
public class LifeStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(RecordLife life) {
        entities.persist(life);
    }

    public void add(Filing filing) {
        entities.persist(filing);
    }

    public void add(LetterReceipt receipt) {
        entities.persist(receipt);
    }

    public void add(NamedReader reader) {
        entities.persist(reader);
    }

    public void add(Circulation circulation) {
        entities.persist(circulation);
    }

    public void remove(NamedReader reader) {
        entities.remove(reader);
    }

    /** Writes what is pending, so that constraints speak inside the deed. */
    public void write() {
        entities.flush();
    }

    public Optional<RecordLife> find(UUID recordId) {
        return Optional.ofNullable(entities.find(RecordLife.class, recordId));
    }

    /** The life with its row locked until the deed ends; one that this deed has begun is written first. */
    public Optional<RecordLife> lock(UUID recordId) {
        entities.flush();
        return Optional.ofNullable(entities.find(RecordLife.class, recordId, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Where the record lies now. */
    public Optional<Filing> findFiling(UUID recordId) {
        return entities.createQuery("select f from Filing f where f.turn.recordId = :record and f.until is null", Filing.class)
                .setParameter("record", recordId)
                .getResultStream()
                .findFirst();
    }

    public Optional<LetterReceipt> findReceipt(UUID recordId) {
        return Optional.ofNullable(entities.find(LetterReceipt.class, recordId));
    }

    public List<NamedReader> listReaders(UUID recordId) {
        return entities.createQuery("select r from NamedReader r where r.grant.recordId = :record order by r.since, r.name", NamedReader.class)
                .setParameter("record", recordId)
                .getResultList();
    }

    /** Those of the records that are there, not all of whose named readers are these, or for which not all of these are named. */
    public Set<UUID> listReadByOthers(Collection<UUID> records, Set<UUID> readers) {
        List<?> rows = entities.createNativeQuery("""
                        SELECT cast(l.record_id AS text) FROM doc_life l
                        LEFT JOIN doc_reader r ON r.record_id = l.record_id WHERE l.record_id IN (?1) GROUP BY l.record_id
                        HAVING count(r.staff_id) <> ?2 OR count(*) FILTER (WHERE r.staff_id = ANY (cast(string_to_array(?3, ' ') AS uuid[]))) <> ?2
                        """)
                .setHint(HibernateHints.HINT_NATIVE_SPACES, List.of("doc_life", "doc_reader"))
                .setParameter(1, records)
                .setParameter(2, readers.size())
                .setParameter(3, readers.stream().map(UUID::toString).collect(Collectors.joining(" ")))
                .getResultList();
        return rows.stream().map(row -> UUID.fromString(row.toString())).collect(Collectors.toSet());
    }

    public Optional<Circulation> lockCirculation(UUID id) {
        return Optional.ofNullable(entities.find(Circulation.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public List<Circulation> listCirculations(UUID recordId) {
        return entities.createQuery("""
                        select distinct c from Circulation c left join fetch c.readers
                        where c.recordId = :record order by c.startedAt desc
                        """, Circulation.class)
                .setParameter("record", recordId)
                .getResultList();
    }

    /** Files of a record as they are kept: position, name, type, size, hash, and the PDF/A beside each. */
    @SuppressWarnings("unchecked")
    public List<Object[]> listFiles(Collection<UUID> records) {
        return entities.createNativeQuery("""
                        SELECT f.position, f.name, d.media_type, d.size, f.sha256, n.state, n.reason, n.sha256
                        FROM doc_record_file f JOIN doc_file d ON d.sha256 = f.sha256
                        LEFT JOIN doc_rendition n ON n.original = f.sha256
                        WHERE f.record_id IN (?1) ORDER BY f.record_id, f.position
                        """, Object[].class)
                .setParameter(1, records)
                .getResultList();
    }
}

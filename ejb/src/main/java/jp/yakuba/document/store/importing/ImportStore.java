package jp.yakuba.document.store.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.yakuba.document.api.DossierState;
import jp.yakuba.document.api.ImportFaultLine;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.document.model.importing.DocumentImport;
import jp.yakuba.document.model.importing.ImportFault;
import jp.yakuba.document.model.importing.ImportedRecord;
import org.hibernate.exception.ConstraintViolationException;

/** Where imports, their faults, and the lines that records came from are kept. */
@ApplicationScoped
public class ImportStore {
    private static final String ONE_AT_A_TIME = "doc_import_one_at_a_time";

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Adds an import; false if another one takes from the same source. */
    public boolean add(DocumentImport ordered) {
        entities.persist(ordered);
        return writeAlone();
    }

    /** Writes a change of state; false if another one takes from the same source by now. */
    public boolean writeAlone() {
        try {
            entities.flush();
            return true;
        } catch (ConstraintViolationException twice) {
            if (ONE_AT_A_TIME.equals(twice.getConstraintName())) {
                return false;
            }
            throw twice;
        }
    }

    public void add(ImportFault fault) {
        entities.persist(fault);
    }

    public void add(ImportedRecord imported) {
        entities.persist(imported);
    }

    /** Writes what is pending, so that constraints speak inside the deed. */
    public void write() {
        entities.flush();
    }

    public Optional<DocumentImport> find(UUID id) {
        return Optional.ofNullable(entities.find(DocumentImport.class, id));
    }

    /** The import with its row locked until the deed ends. */
    public Optional<DocumentImport> lock(UUID id) {
        return Optional.ofNullable(entities.find(DocumentImport.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public List<DocumentImport> list(int most) {
        return entities.createQuery("select i from DocumentImport i order by i.orderedAt desc, i.id", DocumentImport.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** Faults after one, in the order of lines. */
    public List<ImportFaultLine> listFaults(UUID importId, ImportFaultLine after, int most) {
        return entities.createQuery("""
                        select f from ImportFault f where f.place.importId = :import
                            and (f.place.line > :line or f.place.line = :line and f.place.number > :number)
                        order by f.place.line, f.place.number
                        """, ImportFault.class)
                .setParameter("import", importId)
                .setParameter("line", after == null ? 0 : after.line())
                .setParameter("number", after == null ? 0 : after.number())
                .setMaxResults(most)
                .getResultStream()
                .map(ImportFault::view)
                .toList();
    }

    /**
     * The next import whose source is one of these and that no other node prepares; it is the worker's for half a minute. One that
     * was tried last comes last: what fails holds up no other.
     */
    public Optional<UUID> claim(UUID worker, Collection<String> sources) {
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        List<?> found = entities.createNativeQuery("""
                        UPDATE doc_import SET worker = ?1, worker_until = now() + interval '30 seconds'
                        WHERE id = (SELECT i.id FROM doc_import i WHERE i.state IN ('WAITING', 'RUNNING') AND i.source IN (?2)
                                AND (i.worker = ?1 OR i.worker_until IS NULL OR i.worker_until < now())
                            ORDER BY i.worker_until NULLS FIRST, i.ordered_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id
                        """, UUID.class)
                .setParameter(1, worker)
                .setParameter(2, sources)
                .getResultList();
        return found.stream().findFirst().map(UUID.class::cast);
    }

    /** The worker goes on with it. */
    public void renew(UUID importId, UUID worker) {
        entities.createNativeQuery("UPDATE doc_import SET worker_until = now() + interval '30 seconds' WHERE id = ?1 AND worker = ?2")
                .setParameter(1, importId)
                .setParameter(2, worker)
                .executeUpdate();
    }

    /** Those of the causes that were taken over already. */
    public Map<UUID, ImportedRecord> listThere(Collection<UUID> causes) {
        return entities.createQuery("select r from ImportedRecord r where r.causeId in :causes", ImportedRecord.class)
                .setParameter("causes", causes)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .collect(Collectors.toMap(ImportedRecord::causeId, Function.identity()));
    }

    /** Persons of the ledger behind what was taken over, by cause. */
    public Map<UUID, UUID> listPersons(Collection<UUID> causes) {
        return entities.createQuery(
                        "select r.causeId, r.personId from ImportedRecord r where r.causeId in :causes and r.personId is not null", Object[].class)
                .setParameter("causes", causes)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1]));
    }

    /** The file of the record is gone: whom it was about goes with it. */
    public void forget(UUID causeId) {
        entities.createNativeQuery("UPDATE doc_import_record SET person_id = NULL WHERE cause_id = ?1 AND person_id IS NOT NULL")
                .setParameter(1, causeId)
                .executeUpdate();
    }

    /** A file of the plan as far as an import asks. */
    public record PlanFile(
            UUID id, String section, int year, String classCode, int number, RetentionClass retention, DossierState state, Integer completedYear) {
        /** Its code in the plan. */
        public String code() {
            return "%s-%03d".formatted(classCode, number);
        }
    }

    /** Files of the plan of these sections: those of the years, and those in regular use. */
    public List<PlanFile> listPlanFiles(Collection<String> sections, Collection<Integer> years) {
        if (sections.isEmpty()) {
            return List.of();
        }
        return entities.createQuery("""
                        select d.id, d.section, d.fiscalYear, d.classCode, d.number, d.retention, d.state, d.completedYear from Dossier d
                        where d.section in :sections
                            and (d.fiscalYear in :years or d.retention = jp.yakuba.document.api.RetentionClass.STANDING)
                        """, Object[].class)
                .setParameter("sections", sections)
                .setParameter("years", years)
                .getResultStream()
                .map(row -> new PlanFile((UUID) row[0], (String) row[1], (Integer) row[2], (String) row[3], (Integer) row[4],
                        (RetentionClass) row[5], (DossierState) row[6], (Integer) row[7]))
                .toList();
    }

    /** Those of the files that stand on an open list of disposal. */
    public List<UUID> listOnTheirWayOut(Collection<UUID> dossiers) {
        if (dossiers.isEmpty()) {
            return List.of();
        }
        List<?> found = entities.createNativeQuery(
                        "SELECT dossier_id FROM doc_disposal_item WHERE state = 'OPEN' AND dossier_id IN (?1)", UUID.class)
                .setParameter(1, dossiers)
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    /** Counts so many more of a fiscal year in the series of what is taken over; returns the last one. */
    public long count(int fiscalYear, int more) {
        return ((Number) entities.createNativeQuery("""
                        INSERT INTO doc_series_counter AS c (series, year, last) VALUES ('IMPORTED', ?1, ?2)
                        ON CONFLICT (series, year) DO UPDATE SET last = c.last + ?2 RETURNING c.last
                        """, Long.class)
                .setParameter(1, fiscalYear)
                .setParameter(2, more)
                .getSingleResult()).longValue();
    }
}

package jp.yakuba.document.store.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.document.model.filing.Dossier;
import jp.yakuba.document.model.filing.FileClass;

/** Where classes and files of the filing plan are kept. */
@ApplicationScoped
public class FilingPlanStore {
    private static final String OF_THE_YEAR = """
            d.fiscalYear = :year or d.fiscalYear < :year
                and d.retention = jp.yakuba.document.api.RetentionClass.STANDING
                and (d.completedYear is null or d.completedYear >= :year)
            """;

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(Dossier dossier) {
        entities.persist(dossier);
    }

    public void add(FileClass named) {
        entities.persist(named);
    }

    /** Writes what is pending, so that constraints speak inside the deed. */
    public void write() {
        entities.flush();
    }

    public Optional<Dossier> find(UUID id) {
        return Optional.ofNullable(entities.find(Dossier.class, id));
    }

    /** The file with its row locked until the deed ends. */
    public Optional<Dossier> lock(UUID id) {
        return Optional.ofNullable(entities.find(Dossier.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    public Optional<FileClass> findClass(String section, int year, String code) {
        return Optional.ofNullable(entities.find(FileClass.class, new FileClass.Place(section, year, code)));
    }

    public List<FileClass> listClasses(Collection<String> sections, int year) {
        return entities.createQuery("""
                        select c from FileClass c where c.place.section in :sections and c.place.fiscalYear = :year
                        order by c.place.section, c.place.code
                        """, FileClass.class)
                .setParameter("sections", sections)
                .setParameter("year", year)
                .getResultList();
    }

    /** Files of the year's plan: those opened for it, and older ones in regular use that were not closed before it. */
    public List<Dossier> listOf(Collection<String> sections, int year) {
        return entities.createQuery("""
                        select d from Dossier d left join fetch d.matters where d.section in :sections and (%s)
                        order by d.section, d.classCode, d.number, d.fiscalYear
                        """.formatted(OF_THE_YEAR), Dossier.class)
                .setParameter("sections", sections)
                .setParameter("year", year)
                .getResultList();
    }

    /** Files opened for the year alone, of every section. */
    public List<Dossier> listOpenedFor(int year) {
        return entities.createQuery("""
                        select d from Dossier d left join fetch d.matters where d.fiscalYear = :year
                        order by d.section, d.classCode, d.number
                        """, Dossier.class)
                .setParameter("year", year)
                .getResultList();
    }

    public List<FileClass> listClasses(int year) {
        return entities.createQuery(
                        "select c from FileClass c where c.place.fiscalYear = :year order by c.place.section, c.place.code", FileClass.class)
                .setParameter("year", year)
                .getResultList();
    }

    public Optional<Dossier> findByCode(String section, int year, String classCode, int number) {
        return entities.createQuery("""
                        select d from Dossier d
                        where d.section = :section and d.fiscalYear = :year and d.classCode = :code and d.number = :number
                        """, Dossier.class)
                .setParameter("section", section)
                .setParameter("year", year)
                .setParameter("code", classCode)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** The file of the first of the sections that has one that takes records of the matter in the year: one that names it, else the one for all others. */
    public Optional<UUID> findFor(List<String> sections, int year, String matter) {
        return sections.stream().map(section -> findFor(section, year, matter)).flatMap(Optional::stream).findFirst();
    }

    private Optional<UUID> findFor(String section, int year, String matter) {
        List<?> found = entities.createNativeQuery("""
                        SELECT d.id FROM doc_dossier d JOIN doc_dossier_matter m ON m.dossier_id = d.id
                        WHERE d.section = ?1 AND d.state = 'OPEN' AND m.matter IN (?3, '*')
                            AND (d.fiscal_year = ?2 OR d.fiscal_year < ?2 AND d.retention = 'STANDING')
                        ORDER BY m.matter = '*', d.fiscal_year DESC, d.class_code, d.number LIMIT 1
                        """, UUID.class)
                .setParameter(1, section)
                .setParameter(2, year)
                .setParameter(3, matter)
                .getResultList();
        return found.stream().findFirst().map(UUID.class::cast);
    }

    /** How many records lie in a file, and how many of them are not done with. */
    public record Contents(long records, long unfinished) {
        static final Contents NONE = new Contents(0, 0);
    }

    public Map<UUID, Contents> contentsOf(Collection<UUID> dossiers) {
        if (dossiers.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                        SELECT f.dossier_id, count(*), count(*) FILTER (WHERE l.completed_on IS NULL)
                        FROM doc_filing f JOIN doc_life l ON l.record_id = f.record_id
                        WHERE f.until IS NULL AND f.dossier_id IN (?1) GROUP BY f.dossier_id
                        """, Object[].class)
                .setParameter(1, dossiers)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(
                row -> (UUID) row[0], row -> new Contents(((Number) row[1]).longValue(), ((Number) row[2]).longValue())));
    }

    public Contents contentsOf(UUID dossier) {
        return contentsOf(List.of(dossier)).getOrDefault(dossier, Contents.NONE);
    }

    /** The last day on which something in the file was done with; empty if nothing lies in it. */
    public Optional<java.time.LocalDate> lastCompletion(UUID dossier) {
        List<?> found = entities.createNativeQuery("""
                        SELECT max(l.completed_on) FROM doc_filing f JOIN doc_life l ON l.record_id = f.record_id
                        WHERE f.until IS NULL AND f.dossier_id = ?1
                        """, java.time.LocalDate.class)
                .setParameter(1, dossier)
                .getResultList();
        return found.stream().filter(java.util.Objects::nonNull).findFirst().map(java.time.LocalDate.class::cast);
    }

    /** Open files of years up to the given one, not in regular use, in which nothing is unfinished. */
    public List<UUID> listReadyToClose(int lastYear, int limit) {
        List<?> found = entities.createNativeQuery("""
                        SELECT d.id FROM doc_dossier d
                        WHERE d.state = 'OPEN' AND d.retention <> 'STANDING' AND d.fiscal_year <= ?1
                            AND NOT EXISTS (SELECT 1 FROM doc_filing f JOIN doc_life l ON l.record_id = f.record_id
                                WHERE f.dossier_id = d.id AND f.until IS NULL AND l.completed_on IS NULL)
                        ORDER BY d.fiscal_year, d.id LIMIT ?2
                        """, UUID.class)
                .setParameter(1, lastYear)
                .setParameter(2, limit)
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    /** Years with a plan, latest first. */
    public List<Integer> listYears() {
        List<?> found = entities.createNativeQuery("SELECT fiscal_year FROM doc_plan_year ORDER BY fiscal_year DESC", Integer.class)
                .getResultList();
        return found.stream().map(Integer.class::cast).toList();
    }

    /** Marks the year's plan as made; false if it was before. Whoever comes second waits for the first. */
    public boolean claimYear(int year, Instant at, String by) {
        return entities.createNativeQuery("""
                        INSERT INTO doc_plan_year (fiscal_year, carried_at, carried_by, dossiers) VALUES (?1, ?2, ?3, 0)
                        ON CONFLICT (fiscal_year) DO NOTHING
                        """)
                .setParameter(1, year)
                .setParameter(2, at)
                .setParameter(3, by)
                .executeUpdate() == 1;
    }

    /** Writes down how many files the year's plan began with. */
    public void countYear(int year, int dossiers) {
        entities.createNativeQuery("UPDATE doc_plan_year SET dossiers = ?2 WHERE fiscal_year = ?1")
                .setParameter(1, year)
                .setParameter(2, dossiers)
                .executeUpdate();
    }
}

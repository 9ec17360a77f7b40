package jp.yakuba.document.store.disposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.document.api.NumberSeries;
import jp.yakuba.document.model.NumberedRecord;
import jp.yakuba.document.model.OutgoingNumber;
import jp.yakuba.document.model.disposal.Protocol;
import jp.yakuba.document.model.history.HistoryEnd;
import jp.yakuba.document.model.history.Payload;
import jp.yakuba.document.model.history.RecordEvent;
import jp.yakuba.kernel.EraDate;
import jp.yakuba.kernel.FiscalYear;

/** Asks for what is proved, part by part along the keys of the tables. */
@ApplicationScoped
public class ProofStore {
    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final Map<String, String> DIRECTIONS = Map.of("IN", "収受", "OUT", "発送", "INTERNAL", "内部");

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** A kept file: its name, size, and number of pieces (0 if it lies whole in its row). */
    public record KeptFile(String sha256, long size, int chunks) {}

    /**
     * A series of numbers: how far it was counted, and its highest number. A series of the town (条例, 告示 …) stands with its name
     * instead of a direction, without section, and counts by calendar year; what was imported counts so by fiscal year, whatever way
     * it went.
     */
    public record Series(String direction, String section, int fiscalYear, long last, long highest) {
        /** Its key, by which the next ones are asked for. */
        public String key() {
            return direction + ' ' + section + ' ' + fiscalYear;
        }

        /** As people name it. */
        public String words() {
            if (isImported()) {
                return new FiscalYear(fiscalYear) + " " + OutgoingNumber.wordsOf(NumberSeries.IMPORTED);
            }
            return isOfTown() ? new EraDate(LocalDate.of(fiscalYear, 12, 31)).yearLabel() + " " + OutgoingNumber.wordsOf(NumberSeries.valueOf(direction))
                    : new FiscalYear(fiscalYear) + " " + section + " " + DIRECTIONS.get(direction);
        }

        private boolean isOfTown() {
            return !DIRECTIONS.containsKey(direction);
        }

        private boolean isImported() {
            return NumberSeries.IMPORTED.name().equals(direction);
        }

        private String numbers() {
            return isOfTown() ? NumberSeries.valueOf(direction).name() : NumberSeries.LETTER.name();
        }

        private String side() {
            return isOfTown() ? "OUT" : direction;
        }
    }

    /** Files after the one named. */
    public List<KeptFile> listFiles(String after, int size) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(
                        "SELECT sha256, size, chunks FROM doc_file WHERE sha256 > ?1 ORDER BY sha256 LIMIT ?2", Object[].class)
                .setParameter(1, after == null ? "" : after)
                .setParameter(2, size)
                .getResultList();
        return rows.stream().map(row -> new KeptFile((String) row[0], ((Number) row[1]).longValue(), ((Number) row[2]).intValue())).toList();
    }

    /** Number of a record among whose files the bytes are; of an open one, if there is one. */
    public Optional<String> findNumberByFile(String sha256) {
        List<?> found = entities.createNativeQuery("""
                        SELECT r.number FROM doc_record r WHERE r.id IN (SELECT f.record_id FROM doc_record_file f WHERE f.sha256 = ?1
                            UNION SELECT s.record_id FROM doc_signature s WHERE s.original = ?1
                            UNION SELECT s.record_id FROM doc_signature_version v JOIN doc_signature s ON s.original = v.original WHERE v.sha256 = ?1
                            UNION SELECT m.record_id FROM doc_mask_sheet m LEFT JOIN doc_mask_copy c ON c.sheet_id = m.id WHERE ?1 IN (m.source, c.sha256))
                        ORDER BY r.recorded_at LIMIT 1
                        """, String.class)
                .setParameter(1, sha256)
                .getResultList();
        return found.stream().findFirst().map(String.class::cast);
    }

    /** Things with a history after the one named: those whose end is kept, and those whose end is not. */
    public List<UUID> listHistories(UUID after, int size) {
        List<?> found = entities.createNativeQuery("""
                        SELECT id FROM (
                            (SELECT h.record_id AS id FROM doc_event_head h WHERE h.record_id > ?1 ORDER BY h.record_id LIMIT ?2)
                            UNION
                            (SELECT e.record_id FROM doc_event e WHERE e.record_id > ?1 AND e.sequence = 1 ORDER BY e.record_id LIMIT ?2)) x
                        ORDER BY id LIMIT ?2
                        """, UUID.class)
                .setParameter(1, after == null ? BEFORE_ALL : after)
                .setParameter(2, size)
                .getResultList();
        return found.stream().map(UUID.class::cast).toList();
    }

    /** Every step of them, in order. */
    public List<RecordEvent> listSteps(Collection<UUID> ids) {
        return entities.createQuery(
                        "select e from RecordEvent e where e.place.recordId in :ids order by e.place.recordId, e.place.sequence", RecordEvent.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Their kept ends. */
    public Map<UUID, HistoryEnd> listEnds(Collection<UUID> ids) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(
                        "SELECT record_id, sequence, hash FROM doc_event_head WHERE record_id IN (?1)", Object[].class)
                .setParameter(1, ids)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(
                row -> (UUID) row[0], row -> new HistoryEnd(((Number) row[1]).intValue(), (byte[]) row[2])));
    }

    /** The records among them, with their files. */
    public List<NumberedRecord> listRecords(Collection<UUID> ids) {
        return entities.createQuery("select distinct r from NumberedRecord r left join fetch r.files where r.id in :ids", NumberedRecord.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** Series of numbers after the one named. */
    public List<Series> listSeries(String after, int size) {
        var key = after == null ? new String[] {"", "", "0"} : after.split(" ");
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                        SELECT c.direction, c.section, c.year, c.last, greatest(
                            (SELECT max(r.sequence) FROM doc_record r WHERE (r.direction = c.side OR c.numbers = 'IMPORTED') AND r.series = c.numbers
                                AND r.fiscal_year = c.year AND (r.section = c.section OR c.numbers <> 'LETTER')),
                            (SELECT max(t.sequence) FROM doc_taken_number t WHERE c.side = 'OUT' AND t.series = c.numbers
                                AND t.year = c.year AND (t.section = c.section OR c.numbers <> 'LETTER')), 0)
                        FROM (SELECT direction, section, fiscal_year AS year, last, direction AS side, 'LETTER' AS numbers FROM doc_counter
                              UNION ALL SELECT series, '', year, last, 'OUT', series FROM doc_series_counter) c
                        WHERE (c.direction, c.section, c.year) > (?1, ?2, ?3) ORDER BY c.direction, c.section, c.year LIMIT ?4
                        """, Object[].class)
                .setParameter(1, key[0])
                .setParameter(2, key[1])
                .setParameter(3, Integer.parseInt(key[2]))
                .setParameter(4, size)
                .getResultList();
        return rows.stream().map(row -> new Series((String) row[0], (String) row[1], ((Number) row[2]).intValue(),
                ((Number) row[3]).longValue(), ((Number) row[4]).longValue())).toList();
    }

    /** The first number of the series that no record bears, that does not wait to be used, and that is not missing with its reason (欠番). */
    public Optional<Long> findMissing(Series series) {
        List<?> found = entities.createNativeQuery("""
                        SELECT n FROM generate_series(1 + coalesce((SELECT c.behind FROM doc_counter c
                            WHERE c.direction = ?1 AND c.section = ?2 AND c.fiscal_year = ?3 AND ?5 = 'LETTER'), 0), CAST(?4 AS bigint)) n
                        WHERE NOT EXISTS (SELECT 1 FROM doc_record r WHERE (r.direction = ?1 OR ?5 = 'IMPORTED') AND (r.section = ?2 OR ?2 = '')
                            AND r.fiscal_year = ?3 AND r.sequence = n AND r.series = ?5)
                        AND NOT EXISTS (SELECT 1 FROM doc_taken_number t WHERE ?1 = 'OUT' AND t.state <> 'USED' AND t.series = ?5
                            AND (t.section = ?2 OR ?2 = '') AND t.year = ?3 AND t.sequence = n)
                        ORDER BY n LIMIT 1
                        """, Long.class)
                .setParameter(1, series.side())
                .setParameter(2, series.section())
                .setParameter(3, series.fiscalYear())
                .setParameter(4, series.last())
                .setParameter(5, series.numbers())
                .getResultList();
        return found.stream().findFirst().map(number -> ((Number) number).longValue());
    }

    /** Protocols after the one named, in the order of their numbers. */
    public List<Protocol> listProtocols(String after, int size) {
        var key = after == null ? new String[] {"0", "0"} : after.split("/");
        return entities.createQuery("""
                        select p from Protocol p where p.fiscalYear > :year or p.fiscalYear = :year and p.sequence > :sequence
                        order by p.fiscalYear, p.sequence
                        """, Protocol.class)
                .setParameter("year", Integer.parseInt(key[0]))
                .setParameter("sequence", Long.parseLong(key[1]))
                .setMaxResults(size)
                .getResultList();
    }

    /** What the histories of files say of their protocols: digest by file. */
    public Map<UUID, String> listProtocolDigests(Collection<UUID> dossiers) {
        if (dossiers.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                        SELECT record_id, payload FROM doc_event WHERE record_id IN (?1) AND kind IN ('DESTROYED', 'TRANSFERRED')
                        """, Object[].class)
                .setParameter(1, dossiers)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (UUID) row[0],
                row -> new Payload((String) row[1]).values().getOrDefault("protocol-digest", ""), (one, other) -> one));
    }

    /** A protocol that was counted and is not there, at the end of its year. */
    public Optional<String> findProtocolCutOff() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                        SELECT c.fiscal_year, coalesce(max(p.sequence), 0) + 1 FROM doc_protocol_counter c
                        LEFT JOIN doc_protocol p ON p.fiscal_year = c.fiscal_year
                        GROUP BY c.fiscal_year, c.last HAVING coalesce(max(p.sequence), 0) < c.last ORDER BY 1 LIMIT 1
                        """, Object[].class)
                .getResultList();
        return rows.stream().findFirst().map(row -> new FiscalYear(((Number) row[0]).intValue()) + "第" + row[1] + "号");
    }
}

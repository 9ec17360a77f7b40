package jp.yakuba.document.store.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.document.api.ReadingLine;
import jp.yakuba.document.api.RecordFilter;
import jp.yakuba.document.api.RecordLine;
import jp.yakuba.document.api.RecordState;
import jp.yakuba.document.store.Moments;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** Lists of records; who may read what is part of every question to the database. */
@ApplicationScoped
public class RegisterStore {
    static final String LINE = """
            SELECT r.id, r.direction, r.section, l.section AS holder, r.fiscal_year, r.sequence, r.number, r.title, r.party,
                r.arrived_at, r.recorded_at, p.sender_number, l.state, l.confidential, l.staff_name, d.id AS dossier,
                d.class_code, d.number AS place, d.title AS dossier_title,
                (SELECT count(*) FROM doc_record_file x WHERE x.record_id = r.id)
            """;
    /** What a line tells beside the entry {@code r}. */
    static final String BESIDE = """
             JOIN doc_life l ON l.record_id = r.id
            LEFT JOIN doc_receipt p ON p.record_id = r.id
            LEFT JOIN doc_filing f ON f.record_id = r.id AND f.until IS NULL
            LEFT JOIN doc_dossier d ON d.id = f.dossier_id
            """;

    private static final String FROM = "FROM doc_record r" + BESIDE + "WHERE\n";
    private static final String READINGS = """
            FROM doc_circulation_reader c JOIN doc_circulation k ON k.id = c.circulation_id
            JOIN doc_record r ON r.id = c.record_id JOIN doc_life l ON l.record_id = r.id
            WHERE c.staff_id = :me AND c.read_at IS %s NULL
                AND (NOT l.confidential OR EXISTS (SELECT 1 FROM doc_reader named
                    WHERE named.record_id = r.id AND named.staff_id = :me))
            """;

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** A page of what the reader may read; {@code within} are the section of the filter and those it took over from, empty for all. */
    public Page<RecordLine> list(RecordFilter filter, Collection<String> within, Reader reader, PageRequest page) {
        var values = values(reader);
        var where = Reader.MAY_READ + conditions(filter, within, values);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = fill(entities.createNativeQuery(
                        LINE + FROM + where + " ORDER BY " + order(filter) + ", r.id LIMIT :size OFFSET :skip", Object[].class), values)
                .setParameter("size", page.size())
                .setParameter("skip", page.offset())
                .getResultList();
        var total = fill(entities.createNativeQuery("SELECT count(*) " + FROM + where, Long.class), values).getSingleResult();
        return new Page<>(rows.stream().map(RegisterStore::line).toList(), ((Number) total).longValue(), page);
    }

    /** The next lines of a register in the order of numbers, behind the given one; null for the first. Nothing is counted. */
    public List<RecordLine> listNext(RecordFilter filter, Collection<String> within, Reader reader, RecordLine behind, int size) {
        var values = values(reader);
        var where = new StringBuilder(Reader.MAY_READ).append(conditions(filter, within, values));
        if (behind != null) {
            where.append(" AND (r.fiscal_year, r.section, r.sequence, r.id) > (:year0, :section0, :sequence0, :id0)");
            values.put("year0", behind.fiscalYear());
            values.put("section0", behind.section());
            values.put("sequence0", behind.sequence());
            values.put("id0", behind.id());
        }
        values.put("size", size);
        return lines(where + " ORDER BY r.fiscal_year, r.section, r.sequence, r.id LIMIT :size", values);
    }

    /** One record, if the reader may read it. */
    public Optional<RecordLine> find(UUID id, Reader reader) {
        var values = values(reader);
        values.put("id", id);
        return lines(Reader.MAY_READ + " AND r.id = :id", values).stream().findFirst();
    }

    /** Those of the records that the reader may read. */
    public Set<UUID> listReadable(Collection<UUID> ids, Reader reader) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        var values = values(reader);
        values.put("ids", ids);
        @SuppressWarnings("unchecked")
        List<UUID> rows = fill(entities.createNativeQuery(
                "SELECT r.id FROM doc_record r JOIN doc_life l ON l.record_id = r.id WHERE r.id IN (:ids) AND " + Reader.MAY_READ, UUID.class), values)
                .getResultList();
        return Set.copyOf(rows);
    }

    /** Records that the record answers, and that answer it, as far as the reader may read them. */
    public List<RecordLine> listKin(UUID id, Reader reader) {
        var values = values(reader);
        values.put("id", id);
        return lines(Reader.MAY_READ + """
                 AND (r.in_reply_to = :id OR r.id = (SELECT own.in_reply_to FROM doc_record own WHERE own.id = :id))
                ORDER BY r.recorded_at LIMIT 100
                """, values);
    }

    private List<RecordLine> lines(String where, Map<String, Object> values) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = fill(entities.createNativeQuery(LINE + FROM + where, Object[].class), values).getResultList();
        return rows.stream().map(RegisterStore::line).toList();
    }

    /** What the member of staff was asked to read, the nearest day first, or what was read, latest first. */
    public Page<ReadingLine> listReadings(UUID staffId, boolean read, PageRequest page) {
        var from = READINGS.formatted(read ? "NOT" : "");
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                        SELECT k.id, r.id AS record, r.number, r.title, r.party, k.started_name, k.started_at, k.note, k.due_on, c.read_at
                        """ + from + " ORDER BY " + (read ? "c.read_at DESC" : "k.due_on NULLS LAST, k.started_at")
                        + ", k.id LIMIT :size OFFSET :skip", Object[].class)
                .setParameter("me", staffId)
                .setParameter("size", page.size())
                .setParameter("skip", page.offset())
                .getResultList();
        return new Page<>(rows.stream().map(RegisterStore::reading).toList(), countReadings(staffId, read), page);
    }

    /** How many the member of staff was asked to read, or has read. */
    public long countReadings(UUID staffId, boolean read) {
        var total = entities.createNativeQuery("SELECT count(*) " + READINGS.formatted(read ? "NOT" : ""), Long.class)
                .setParameter("me", staffId).getSingleResult();
        return ((Number) total).longValue();
    }

    private static Map<String, Object> values(Reader reader) {
        var values = new HashMap<String, Object>();
        values.put("me", reader.staffId());
        values.put("sections", reader.sectionsAsked());
        values.put("whole", reader.wholeOffice());
        return values;
    }

    private static String conditions(RecordFilter filter, Collection<String> within, Map<String, Object> values) {
        var where = new StringBuilder();
        add(where, values, filter.direction(), " AND r.direction = :direction", "direction");
        add(where, values, within.isEmpty() ? null : within, " AND (r.section IN (:within) OR l.section IN (:within))", "within");
        add(where, values, filter.fiscalYear(), " AND r.fiscal_year = :year", "year");
        add(where, values, filter.state() == null ? null : filter.state().name(), " AND l.state = :state", "state");
        add(where, values, filter.dossierId(), " AND f.dossier_id = :dossier", "dossier");
        if (filter.unfinished()) {
            where.append(" AND l.completed_on IS NULL");
        }
        if (filter.mine()) {
            where.append(" AND l.staff_id = :me");
        }
        if (filter.unfiled()) {
            where.append(" AND f.dossier_id IS NULL");
        }
        if (filter.words() != null && !filter.words().isBlank()) {
            values.put("words", "%" + filter.words().strip().replaceAll("([!%_])", "!$1") + "%");
            where.append(" AND (r.number LIKE :words ESCAPE '!' OR r.title LIKE :words ESCAPE '!'"
                    + " OR r.party LIKE :words ESCAPE '!' OR p.sender_number LIKE :words ESCAPE '!')");
        }
        return where.toString();
    }

    private static void add(StringBuilder where, Map<String, Object> values, Object value, String condition, String name) {
        if (value != null && !"".equals(value)) {
            where.append(condition);
            values.put(name, value);
        }
    }

    private static String order(RecordFilter filter) {
        var down = filter.descending() ? " DESC" : "";
        return switch (filter.order()) {
            case NUMBER -> "r.fiscal_year" + down + ", r.section" + down + ", r.sequence" + down;
            case RECORDED -> "r.recorded_at" + down;
            case TITLE -> "r.title" + down;
            case PARTY -> "r.party" + down;
            case STATE -> "l.state" + down;
            case STAFF -> "l.staff_name" + down + " NULLS LAST";
        };
    }

    private static Query fill(Query query, Map<String, Object> values) {
        values.forEach(query::setParameter);
        return query;
    }

    static RecordLine line(Object[] row) {
        var code = row[16] == null ? null : row[16] + String.format("-%03d", ((Number) row[17]).intValue());
        return new RecordLine((UUID) row[0], (String) row[1], (String) row[2], (String) row[3], ((Number) row[4]).intValue(),
                ((Number) row[5]).longValue(), (String) row[6], (String) row[7], (String) row[8], Moments.of(row[9]), Moments.of(row[10]),
                (String) row[11], RecordState.valueOf((String) row[12]), (Boolean) row[13], (String) row[14], (UUID) row[15], code,
                (String) row[18], ((Number) row[19]).longValue());
    }

    private static ReadingLine reading(Object[] row) {
        return new ReadingLine((UUID) row[0], (UUID) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5],
                Moments.of(row[6]), (String) row[7], day(row[8]), Moments.of(row[9]));
    }

    private static LocalDate day(Object column) {
        return column instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) column;
    }
}

package jp.yakuba.document.store.record;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.document.api.RecordQuery;
import jp.yakuba.document.model.search.Question;
import jp.yakuba.kernel.OfficeClock;

/**
 * The question to the database for records by whatever is known of them; rights are asked of a page of records, not of all that hold a word.
 * Few of the latest entries are looked through first, which suffices for words that many records hold; more of them if the first held some.
 * Else what the index names is put in order and looked at one by one until there is enough. So neither rare nor frequent words take long,
 * whatever the planner believes of them.
 *
 * @param sql the statement, whose columns are those of a line of a register
 * @param values values of its parameters by name
 */
public record Sought(String sql, Map<String, Object> values) {
    /**
     * Set before the statement, for the transaction: its plan is made once for a connection. It is the same whatever is sought, but the
     * planner, who thinks the next one may be better, took two thirds of the time by making it anew for each question.
     */
    public static final String PLANNED_ONCE = "SET LOCAL plan_cache_mode = force_generic_plan";

    /**
     * How far the latest entries are looked through. Among few records the index names few, so that fewer suffice; how many there are is
     * what the planner counted last. Numbers stand in the statement, where a plan that is made once can see them.
     *
     * @param first so many at most in any case
     * @param latest so many if the first held enough of what is sought
     * @param price so many times a look at one costs what the index costs for one that it names, times the size of a page
     */
    public record Look(int first, int latest, int price) {
        static final Look USUAL = new Look(200, 3000, 50);
        private static final int LEAST = 50;

        private String shelf() {
            return """
                    shelf AS MATERIALIZED (
                        SELECT cast(greatest(c.reltuples, 0) AS double precision) AS records,
                            least(%d, greatest(%d, c.reltuples / 1000)) AS first
                        FROM pg_class c WHERE c.oid = cast('doc_index' AS regclass))""".formatted(first, LEAST);
        }

        /** Looking through goes on until a page is full, the index to the share of all that hold the words: which of both is less. */
        private String promising() {
            return "(SELECT hits < :size AND records * hits * hits >= %d * first * first FROM seen, shelf)".formatted(price);
        }
    }

    private static final String HOLDS = "ts_match_vq(n.words, cast(:question AS tsquery))";
    private static final String LOOKED_THROUGH = """
            SELECT n.record_id, n.recorded_at
                FROM (SELECT i.*, row_number() OVER (ORDER BY i.recorded_at DESC, i.record_id DESC) AS place
                    FROM doc_index i WHERE true %1$s ORDER BY i.recorded_at DESC, i.record_id DESC LIMIT %3$d) n
                WHERE %4$s
                    AND EXISTS (SELECT 1 FROM doc_record r JOIN doc_life l ON l.record_id = r.id WHERE r.id = n.record_id AND %2$s)
                LIMIT :size""";
    private static final String BY_WORDS = """
            WITH %5$s,
            first AS MATERIALIZED (%3$s),
            seen AS MATERIALIZED (SELECT count(*) AS hits FROM first),
            late AS MATERIALIZED (%4$s),
            enough AS MATERIALIZED (SELECT hits = :size AS first, (SELECT count(*) FROM late) = :size AS late FROM seen),
            named AS MATERIALIZED (
                SELECT i.record_id, i.recorded_at FROM doc_index i
                WHERE NOT (SELECT first OR late FROM enough) AND i.words @@ cast(:question AS tsquery) %1$s),
            ordered AS MATERIALIZED (
                SELECT n.record_id, n.recorded_at FROM (SELECT * FROM named ORDER BY recorded_at DESC, record_id DESC) n
                CROSS JOIN LATERAL (
                    SELECT 1 FROM doc_record r JOIN doc_life l ON l.record_id = r.id WHERE r.id = n.record_id AND %2$s OFFSET 0) readable
                ORDER BY n.recorded_at DESC, n.record_id DESC LIMIT :size),
            hit AS (
                SELECT * FROM first WHERE (SELECT first FROM enough) UNION ALL SELECT * FROM late WHERE (SELECT late FROM enough)
                UNION ALL SELECT * FROM ordered)
            """;
    private static final String BY_CONDITIONS = """
            WITH hit AS MATERIALIZED (
                SELECT r.id AS record_id, r.recorded_at FROM doc_record r JOIN doc_life l ON l.record_id = r.id WHERE true %1$s AND %2$s
                ORDER BY r.recorded_at DESC, r.id DESC LIMIT :size)
            """;
    private static final String BEHIND = "AND (%s) < (SELECT x.recorded_at, x.id FROM doc_record x WHERE x.id = :behind)";
    private static final String LAST = " ORDER BY hit.recorded_at DESC, hit.record_id DESC";
    /** Names are compared without the blanks in them. */
    private static final String PERSON = """
            AND (translate(l.staff_name, ' 　', '') LIKE :person ESCAPE '!'
                OR EXISTS (SELECT 1 FROM doc_event e WHERE e.record_id = r.id AND e.sequence = 1 AND e.actor_kind = 'STAFF'
                    AND translate(e.actor_name, ' 　', '') LIKE :person ESCAPE '!')
                OR EXISTS (SELECT 1 FROM doc_circulation c WHERE c.record_id = r.id
                    AND translate(c.started_name, ' 　', '') LIKE :person ESCAPE '!')
                OR EXISTS (SELECT 1 FROM doc_circulation_reader a WHERE a.record_id = r.id
                    AND translate(a.name, ' 　', '') LIKE :person ESCAPE '!'))""";
    private static final String DOSSIER = """
            AND EXISTS (SELECT 1 FROM doc_filing f JOIN doc_dossier d ON d.id = f.dossier_id WHERE f.record_id = r.id AND f.until IS NULL
                AND (d.title LIKE :dossier ESCAPE '!'
                    OR d.class_code || '-' || lpad(cast(d.number AS text), 3, '0') LIKE :dossier ESCAPE '!'))""";

    /** Asks for the next records behind the given one; null for the first. */
    public static Sought of(RecordQuery query, Question question, Reader reader, UUID behind, int size) {
        return of(query, question, reader, behind, size, Look.USUAL);
    }

    /** The same with another way to look through the latest. */
    public static Sought of(RecordQuery query, Question question, Reader reader, UUID behind, int size, Look look) {
        var values = new HashMap<String, Object>(Map.of(
                "me", reader.staffId(), "sections", reader.sectionsAsked(), "whole", reader.wholeOffice()));
        put(values, "behind", behind);
        if (!question.isEmpty()) {
            values.put("question", question.asked());
        }
        var readable = Reader.MAY_READ + conditions(query, values);
        var further = behind == null ? "" : BEHIND.formatted(question.isEmpty() ? "r.recorded_at, r.id" : "i.recorded_at, i.record_id");
        var hit = question.isEmpty() ? BY_CONDITIONS.formatted(further, readable) : BY_WORDS.formatted(further, readable,
                LOOKED_THROUGH.formatted(further, readable, look.first(),
                        "CASE WHEN n.place <= (SELECT first FROM shelf) THEN " + HOLDS + " END"),
                LOOKED_THROUGH.formatted(further, readable, look.latest(), look.promising() + " AND " + HOLDS), look.shelf());
        return new Sought(hit.replace(":size", String.valueOf(size)) + RegisterStore.LINE + "FROM hit JOIN doc_record r ON r.id = hit.record_id" + RegisterStore.BESIDE + LAST, values);
    }

    private static String conditions(RecordQuery query, Map<String, Object> values) {
        var where = new StringBuilder();
        add(where, values, "direction", given(query.direction()), "AND r.direction = :direction");
        add(where, values, "section", given(query.section()), "AND (r.section = :section OR l.section = :section)");
        add(where, values, "state", query.state() == null ? null : query.state().name(), "AND l.state = :state");
        add(where, values, "since", begin(query.from()), "AND coalesce(r.arrived_at, r.recorded_at) >= :since");
        add(where, values, "before", query.until() == null ? null : begin(query.until().plusDays(1)),
                "AND coalesce(r.arrived_at, r.recorded_at) < :before");
        add(where, values, "person", part(query.person(), "[\\s\\p{Z}]+"), PERSON);
        add(where, values, "dossier", part(query.dossier(), "^$"), DOSSIER);
        return where.toString();
    }

    private static void add(StringBuilder where, Map<String, Object> values, String name, Object value, String condition) {
        if (value != null) {
            where.append(' ').append(condition);
            put(values, name, value);
        }
    }

    private static void put(Map<String, Object> values, String name, Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static Object begin(LocalDate day) {
        return day == null ? null : day.atStartOfDay(OfficeClock.ZONE).toInstant();
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.replace("\u0000", "").strip();
    }

    private static String part(String text, String without) {
        return given(text) == null ? null : "%" + given(text).replaceAll(without, "").replaceAll("([!%_])", "!$1") + "%";
    }
}

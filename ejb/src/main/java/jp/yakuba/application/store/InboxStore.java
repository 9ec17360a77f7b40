package jp.yakuba.application.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.api.InboxCounts;
import jp.yakuba.application.api.InboxFilter;
import jp.yakuba.application.api.InboxLine;
import jp.yakuba.application.api.ProcedureStatistics;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;

/** Lists and numbers over applications; the database counts, no row is fetched to be counted. */
@ApplicationScoped
public class InboxStore {
    /** It waits for a correction that should have come before today: no silent holding, the office says what comes next. */
    private static final String LAPSED =
            "exists (select 1 from Correction c where c.applicationId = a.id and c.closedAt is null and c.until < :today)";
    /** By when something should be done, by the office or, if that day has passed, by the applicant. */
    private static final String DUE = "coalesce(a.dueOn,"
            + " (select max(c.until) from Correction c where c.applicationId = a.id and c.closedAt is null and c.until < :today))";

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** A page of the inbox of the sections; {@code me} is who asks. */
    public Page<InboxLine> list(InboxFilter filter, Collection<String> sections, UUID me, LocalDate today, PageRequest page) {
        if (sections.isEmpty()) {
            return new Page<>(List.of(), 0, page);
        }
        var values = new HashMap<String, Object>();
        var where = where(filter, sections, me, today, values);
        var rows = fill(entities.createQuery("""
                select new jp.yakuba.application.api.InboxLine(
                    a.id, a.version, a.arrival.receiptNumber, a.arrival.procedure, a.arrival.procedureName,
                    a.arrival.applicantName, a.arrival.kind, a.state, a.arrival.arrivedAt, %s, a.assigneeId, a.assigneeName,
                    cast((select count(s) from Application s where s.arrival.bundleId = a.arrival.bundleId) as integer),
                    cast((select count(n) from StaffNote n where n.applicationId = a.id) as integer),
                    (select max(n.words) from StaffNote n where n.applicationId = a.id
                        and n.at = (select max(m.at) from StaffNote m where m.applicationId = a.id)),
                    a.personId, case when %s then true else false end)
                from Application a where %s
                order by %s, a.arrival.arrivedAt, a.id
                """.formatted(DUE, LAPSED, where, order(filter)), InboxLine.class), today(values, today))
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        var total = fill(entities.createQuery("select count(a) from Application a where " + where, Long.class), values)
                .getSingleResult();
        return new Page<>(rows, total, page);
    }

    private static String order(InboxFilter filter) {
        var column = switch (filter.order()) {
            case DUE -> DUE;
            case ARRIVED -> "a.arrival.arrivedAt";
            case PROCEDURE -> "a.arrival.procedureName";
            case APPLICANT -> "a.arrival.applicantKana";
            case STATE -> "a.state";
            case ASSIGNEE -> "a.assigneeName";
        };
        return column + (filter.descending() ? " desc" : " asc") + " nulls last";
    }

    /** How much is open in the sections, and of what; {@code me} is who asks. */
    public InboxCounts counts(Collection<String> sections, UUID me, LocalDate today) {
        if (sections.isEmpty()) {
            return new InboxCounts(0, 0, 0, 0, 0, List.of());
        }
        var row = entities.createQuery("""
                select count(a), count(case when a.assigneeId = :me then 1 end), count(case when a.dueOn < :today or %1$s then 1 end),
                    count(case when a.assigneeId is null then 1 end), count(case when %1$s then 1 end)
                from Application a where a.arrival.section in :sections and (a.closedAt is null or a.toBeRead = true)
                """.formatted(LAPSED), Object[].class)
                .setParameter("me", me)
                .setParameter("today", today)
                .setParameter("sections", sections)
                .getSingleResult();
        var procedures = entities.createQuery("""
                select new jp.yakuba.application.api.InboxCounts$OpenProcedure(
                    a.arrival.procedure, max(a.arrival.procedureName), count(a))
                from Application a where a.arrival.section in :sections and (a.closedAt is null or a.toBeRead = true)
                group by a.arrival.procedure order by max(a.arrival.procedureName)
                """, InboxCounts.OpenProcedure.class)
                .setParameter("sections", sections)
                .getResultList();
        return new InboxCounts(number(row[0]), number(row[1]), number(row[2]), number(row[3]), number(row[4]), procedures);
    }

    private static String where(
            InboxFilter filter, Collection<String> sections, UUID me, LocalDate today, Map<String, Object> values) {
        var where = new StringBuilder("a.arrival.section in :sections");
        values.put("sections", sections);
        if (filter.state() == null) {
            and(where, "(a.closedAt is null or a.toBeRead = true)");
        } else {
            and(where, "a.state = :state", values, "state", filter.state());
        }
        if (isGiven(filter.procedure())) {
            and(where, "a.arrival.procedure = :procedure", values, "procedure", filter.procedure());
        }
        var assignee = filter.mine() ? me : filter.assignee();
        if (assignee != null) {
            and(where, "a.assigneeId = :assignee", values, "assignee", assignee);
        }
        if (filter.overdue()) {
            and(where, "a.closedAt is null and (a.dueOn < :today or " + LAPSED + ")", values, "today", today);
        }
        if (filter.lapsed()) {
            and(where, LAPSED, values, "today", today);
        }
        if (filter.unassigned()) {
            and(where, "a.assigneeId is null");
        }
        if (isGiven(filter.words())) {
            and(where, "function('apl_fits', a.arrival.applicantName, a.arrival.applicantKana, a.arrival.receiptNumber, :words) = true",
                    values, "words", filter.words());
        }
        return where.toString();
    }

    private static Map<String, Object> today(Map<String, Object> values, LocalDate today) {
        var all = new HashMap<>(values);
        all.put("today", today);
        return all;
    }

    private static boolean isGiven(String part) {
        return part != null && !part.isBlank();
    }

    private static void and(StringBuilder where, String condition) {
        where.append(" and ").append(condition);
    }

    private static void and(StringBuilder where, String condition, Map<String, Object> values, String name, Object value) {
        and(where, condition);
        values.put(name, value);
    }

    private static <T> TypedQuery<T> fill(TypedQuery<T> query, Map<String, Object> values) {
        values.forEach(query::setParameter);
        return query;
    }

    /** Numbers by procedure of what arrived in the period. */
    public List<ProcedureStatistics> statistics(Instant from, Instant until, LocalDate today, Collection<String> sections) {
        var query = entities.createNativeQuery("""
                        SELECT procedure, max(procedure_name), max(section), count(*),
                               count(*) FILTER (WHERE closed_at IS NULL),
                               count(*) FILTER (WHERE closed_at IS NOT NULL),
                               count(*) FILTER (WHERE due_on < coalesce(
                                   cast(timezone('Asia/Tokyo', closed_at) AS date), cast(?3 AS date))),
                               coalesce(percentile_cont(0.5) WITHIN GROUP (ORDER BY worked_days), 0), coalesce(max(worked_days), 0)
                        FROM apl_application
                        WHERE arrived_at >= ?1 AND arrived_at < ?2 AND section IN (?4)
                        GROUP BY procedure ORDER BY count(*) DESC, procedure
                        """, Object[].class)
                .setParameter(1, from)
                .setParameter(2, until)
                .setParameter(3, today)
                .setParameter(4, sections);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = query.getResultList();
        return rows.stream().map(InboxStore::line).toList();
    }

    private static ProcedureStatistics line(Object[] row) {
        return new ProcedureStatistics(
                (String) row[0], (String) row[1], (String) row[2], number(row[3]), number(row[4]), number(row[5]),
                number(row[6]), ((Number) row[7]).doubleValue(), number(row[8]));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}

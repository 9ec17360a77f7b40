package jp.yakuba.approval.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.yakuba.approval.api.StepNumbers;

/** Where stops are counted: those done by the index of when, those that wait by the index of what waits. */
@ApplicationScoped
public class StepNumbersStore {
    private static final String BY = """
            SELECT coalesce(d.name, w.name), coalesce(d.done, 0), d.median, d.longest, coalesce(w.waiting, 0), coalesce(w.overdue, 0)
            FROM (SELECT coalesce(%1$s, '') AS name, count(*) AS done,
                    percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM acted_at - reached_at)) / 86400 AS median,
                    CAST(max(extract(epoch FROM acted_at - reached_at)) / 86400 AS double precision) AS longest
                FROM apv_step WHERE state = 'DONE' AND acted_at >= ?1 AND acted_at < ?2 GROUP BY 1) d
            FULL JOIN (SELECT coalesce(%1$s, '') AS name, count(*) AS waiting, count(*) FILTER (WHERE due_on < ?3) AS overdue
                FROM apv_step WHERE state = 'WAITING' AND kind IN ('AGREE', 'CONSULT', 'DECIDE') GROUP BY 1) w ON w.name = d.name
            ORDER BY 6 DESC, 5 DESC, 2 DESC, 1
            """;

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Numbers by kind of stop. */
    public List<StepNumbers> byKind(Instant from, Instant until, LocalDate today) {
        return list("kind", from, until, today);
    }

    /** Numbers by name of the section. */
    public List<StepNumbers> bySection(Instant from, Instant until, LocalDate today) {
        return list("section_name", from, until, today);
    }

    private List<StepNumbers> list(String column, Instant from, Instant until, LocalDate today) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery(BY.formatted(column), Object[].class)
                .setParameter(1, from)
                .setParameter(2, until)
                .setParameter(3, today)
                .getResultList();
        return rows.stream().map(row -> new StepNumbers((String) row[0], whole(row[1]), days(row[2]), days(row[3]), whole(row[4]),
                whole(row[5]))).toList();
    }

    private static long whole(Object number) {
        return ((Number) number).longValue();
    }

    private static Double days(Object number) {
        return number == null ? null : ((Number) number).doubleValue();
    }
}

package jp.yakuba.document.store.record;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import jp.yakuba.document.api.MonthNumbers;

/** Where records and drafts are counted by month; rows stand in the order of time, so that an index of blocks finds them. */
@ApplicationScoped
public class MonthStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Numbers of every month of the period in the office's zone. */
    public List<MonthNumbers> list(Instant from, Instant until, String zone) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = entities.createNativeQuery("""
                        SELECT m.month, sum(m.received), sum(m.drafted), sum(m.decided), sum(m.sent) FROM (
                            SELECT to_char(recorded_at AT TIME ZONE ?3, 'YYYY-MM') AS month, count(*) FILTER (WHERE direction = 'IN') AS received,
                                0 AS drafted, count(*) FILTER (WHERE direction = 'INTERNAL') AS decided,
                                count(*) FILTER (WHERE direction = 'OUT') AS sent
                            FROM doc_record WHERE recorded_at >= ?1 AND recorded_at < ?2 GROUP BY 1
                            UNION ALL SELECT to_char(created_at AT TIME ZONE ?3, 'YYYY-MM'), 0, count(*), 0, 0
                            FROM doc_draft WHERE created_at >= ?1 AND created_at < ?2 GROUP BY 1) m
                        GROUP BY 1 ORDER BY 1
                        """, Object[].class)
                .setParameter(1, from)
                .setParameter(2, until)
                .setParameter(3, zone)
                .getResultList();
        return rows.stream().map(row -> new MonthNumbers(
                YearMonth.parse((String) row[0]), whole(row[1]), whole(row[2]), whole(row[3]), whole(row[4]))).toList();
    }

    private static long whole(Object number) {
        return ((Number) number).longValue();
    }
}

package jp.yakuba.document.store.disposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jp.yakuba.document.api.CalendarLine;
import jp.yakuba.document.api.CalendarYear;
import jp.yakuba.document.api.DossierState;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.document.model.disposal.DisposalHand;

/** Asks which files come to their end when, by the index of their day. */
@ApplicationScoped
public class CalendarStore {
    private static final String NEXT = " AND (d.due_on, d.section, d.class_code, d.number, d.id) > "
            + "(SELECT x.due_on, x.section, x.class_code, x.number, x.id FROM doc_dossier x WHERE x.id = :after)";

    /** Before any plan. */
    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** The days of a part of the calendar: from the first, null for whatever was before, to the last. */
    public record Span(LocalDate from, LocalDate until) {}

    /** Files whose period is over in the span, in the order of their day, after the one named. */
    public List<CalendarLine> list(Collection<String> within, Span span, UUID after, int size) {
        var query = fill(entities.createNativeQuery("""
                        SELECT d.id, d.section, d.fiscal_year, d.class_code, d.number, d.title,
                            CASE d.retention WHEN 'STANDING' THEN d.after_use ELSE d.retention END, d.state, d.retention_until, d.due_on,
                            d.extended_until IS NOT NULL, doc_is_held(d.id),
                            (SELECT count(*) FROM doc_filing f WHERE f.dossier_id = d.id AND f.until IS NULL)
                        FROM doc_dossier d WHERE d.due_on >= :from AND d.due_on <= :until
                        """ + (within.isEmpty() ? "" : " AND d.section IN (:within)") + (after == null ? "" : NEXT) + """
                         ORDER BY d.due_on, d.section, d.class_code, d.number, d.id LIMIT :size
                        """, Object[].class), within, span).setParameter("size", size);
        @SuppressWarnings("unchecked")
        List<Object[]> rows = (after == null ? query : query.setParameter("after", after)).getResultList();
        return rows.stream().map(CalendarStore::line).toList();
    }

    /** How much of the span comes to its end in each fiscal year; days of years before the given one count under it. */
    public List<CalendarYear> years(Collection<String> within, Span span, int present) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = fill(entities.createNativeQuery("""
                        SELECT greatest(:present, CAST(extract(year FROM d.due_on - interval '3 months') AS integer)) AS due,
                            count(*), count(*) FILTER (WHERE d.state = 'OPEN'), count(*) FILTER (WHERE doc_is_held(d.id))
                        FROM doc_dossier d WHERE d.due_on >= :from AND d.due_on <= :until
                        """ + (within.isEmpty() ? "" : " AND d.section IN (:within)") + " GROUP BY 1 ORDER BY 1", Object[].class),
                within, span).setParameter("present", present).getResultList();
        return rows.stream().map(row -> new CalendarYear(((Number) row[0]).intValue(), ((Number) row[1]).longValue(),
                ((Number) row[2]).longValue(), ((Number) row[3]).longValue())).toList();
    }

    private static Query fill(Query query, Collection<String> within, Span span) {
        query.setParameter("from", span.from() == null ? LONG_AGO : span.from()).setParameter("until", span.until());
        return within.isEmpty() ? query : query.setParameter("within", within);
    }

    private static CalendarLine line(Object[] row) {
        return new CalendarLine((UUID) row[0], (String) row[1], ((Number) row[2]).intValue(),
                row[3] + String.format("-%03d", ((Number) row[4]).intValue()), (String) row[5],
                RetentionClass.valueOf((String) row[6]), DossierState.valueOf((String) row[7]), HoldStore.day(row[8]),
                HoldStore.day(row[9]), (Boolean) row[10], (Boolean) row[11], ((Number) row[12]).longValue());
    }

    /** Writes down that a period was extended, why and by whom. */
    public void addExtension(UUID dossierId, LocalDate before, LocalDate now, String reason, DisposalHand by) {
        entities.createNativeQuery("""
                        INSERT INTO doc_extension (dossier_id, number, until_before, until_now, reason, staff_id, staff_name, extended_at)
                        SELECT ?1, 1 + count(*), ?2, ?3, ?4, ?5, ?6, ?7 FROM doc_extension WHERE dossier_id = ?1
                        """)
                .setParameter(1, dossierId)
                .setParameter(2, before)
                .setParameter(3, now)
                .setParameter(4, reason)
                .setParameter(5, by.by())
                .setParameter(6, by.name())
                .setParameter(7, by.at())
                .executeUpdate();
    }
}

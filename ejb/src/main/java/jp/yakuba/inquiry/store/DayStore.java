package jp.yakuba.inquiry.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.inquiry.model.DayNotice;

/** Where it stands of which days sections were told. */
@ApplicationScoped
public class DayStore {
    private static final int MOST = 500;
    private static final String OWN = """
            SELECT i.id, CAST(i.deadline AS text) FROM inq_inquiry i WHERE i.state = 'SENT' AND i.deadline <= :near
                AND EXISTS (SELECT 1 FROM inq_office o WHERE o.inquiry = i.id AND NOT EXISTS (
                    SELECT 1 FROM inq_answer a WHERE a.inquiry = o.inquiry AND a.peer = o.peer AND a.state = 'COUNTS'))
                AND NOT EXISTS (SELECT 1 FROM inq_day_notice n WHERE n.subject = i.id AND n.deadline = i.deadline
                    AND n.kind = CASE WHEN i.deadline < :today THEN 'OWN_OVER' ELSE 'OWN_NEAR' END)
            ORDER BY i.deadline, i.id
            """;
    private static final String ASKED = """
            SELECT a.id, CAST(a.deadline AS text) FROM inq_asked a WHERE a.state <> 'ANSWERED' AND a.deadline <= :near
                AND NOT EXISTS (SELECT 1 FROM inq_day_notice n WHERE n.subject = a.id AND n.deadline = a.deadline
                    AND n.kind = CASE WHEN a.deadline < :today THEN 'ASKED_OVER' ELSE 'ASKED_NEAR' END)
            ORDER BY a.deadline, a.id
            """;
    private static final String OWN_SECTION = "SELECT section FROM inq_inquiry WHERE id = ?1 AND deadline = ?2 AND state = 'SENT' FOR SHARE";
    private static final String ASKED_SECTION = "SELECT section FROM inq_asked WHERE id = ?1 AND deadline = ?2 AND state <> 'ANSWERED' FOR SHARE";

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Occasions of the day that were not told yet, at most so many: for inquiries without an answer of every office, and for what was not answered. */
    public List<DayNotice> listOwed(LocalDate today) {
        var owed = new ArrayList<DayNotice>();
        list(OWN, true, today, owed);
        list(ASKED, false, today, owed);
        return owed;
    }

    private void list(String query, boolean own, LocalDate today, List<DayNotice> into) {
        for (var row : entities.createNativeQuery(query, Object[].class)
                .setParameter("near", today.plusDays(DayNotice.NEAR))
                .setParameter("today", today)
                .setMaxResults(MOST)
                .getResultList()) {
            var columns = (Object[]) row;
            into.add(DayNotice.of((UUID) columns[0], own, LocalDate.parse((String) columns[1]), today));
        }
    }

    /**
     * Writes down that it is told; returns the section to tell, nothing if somebody did already, or if that day is waited for no more. Until the deed
     * ends it is not handed on: whoever gets it then is told in their turn.
     */
    public Optional<String> tell(DayNotice one, Instant at) {
        return sectionOf(one).filter(section -> entities
                .createNativeQuery("INSERT INTO inq_day_notice (subject, kind, deadline, at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING")
                .setParameter(1, one.subject())
                .setParameter(2, one.kind().name())
                .setParameter(3, one.deadline())
                .setParameter(4, at)
                .executeUpdate() == 1);
    }

    private Optional<String> sectionOf(DayNotice one) {
        List<?> found = entities.createNativeQuery(one.kind().isOwn() ? OWN_SECTION : ASKED_SECTION, String.class)
                .setParameter(1, one.subject())
                .setParameter(2, one.deadline())
                .getResultList();
        return found.stream().findFirst().map(String.class::cast);
    }
}

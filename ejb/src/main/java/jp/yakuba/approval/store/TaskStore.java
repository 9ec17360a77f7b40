package jp.yakuba.approval.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.approval.api.StopKind;
import jp.yakuba.approval.api.TaskKind;
import jp.yakuba.approval.api.TaskLine;
import jp.yakuba.kernel.PageRequest;

/** Where tasks are looked up: each list by an index of what waits, never over what is done. */
@ApplicationScoped
public class TaskStore {
    private static final String NOBODY = "-";
    private static final String COLUMNS = """
            p.id, p.events - 1, p.title, p.drafter_name, p.section, p.proposed_at, p.urgent, s.kind, s.post_name, s.due_on,
            p.state, coalesce(o.version >= greatest(p.worded_event - 1, s.reached_version), false)
            """;
    private static final String BESIDE_STEPS = """
             JOIN apv_proposal p ON p.id = s.proposal_id
            LEFT JOIN apv_opening o ON o.proposal_id = p.id AND o.person_id = :me
            """;
    private static final String AT_STEPS = "FROM apv_step s" + BESIDE_STEPS + "WHERE s.state = 'WAITING' AND ";
    private static final String OWN_COLUMNS = """
            p.id, p.events - 1, p.title, p.drafter_name, p.section, p.proposed_at, p.urgent, cast(NULL AS text),
            cast(NULL AS text), p.wanted_by, p.state, true
            """;
    private static final String OWN = "FROM apv_proposal p WHERE p.drafter_id = :me AND ";
    private static final String MINE_TO_DO = "s.post IN (:posts) AND (s.assignee_id IS NULL OR s.assignee_id = :me)";
    private static final Map<TaskKind, String> WHICH = new EnumMap<>(Map.of(
            TaskKind.APPROVE, AT_STEPS + "s.kind IN ('AGREE', 'CONSULT', 'DECIDE') AND " + MINE_TO_DO,
            TaskKind.REVIEW, AT_STEPS + "s.kind IN ('REVIEW', 'INFORM') AND " + MINE_TO_DO,
            TaskKind.PROXY, AT_STEPS + "s.kind IN ('AGREE', 'CONSULT', 'DECIDE') AND s.post IN (:others)"
                    + " AND NOT (p.proxy_excluded AND s.kind = 'DECIDE')",
            TaskKind.OVERDUE, AT_STEPS + "s.due_on < :today AND (" + MINE_TO_DO + " OR s.escalated_post IN (:posts))",
            TaskKind.RETURNED, OWN + """
                    p.state IN ('SENT_BACK', 'WITHDRAWN') AND NOT EXISTS (SELECT 1 FROM apv_proposal later
                    WHERE later.subject_type = p.subject_type AND later.subject_id = p.subject_id
                    AND later.proposed_at > p.proposed_at)
                    """,
            TaskKind.SETTLE, OWN + "p.state = 'PROPOSED' AND EXISTS (SELECT 1 FROM apv_step objected"
                    + " WHERE objected.proposal_id = p.id AND objected.state = 'OBJECTED')",
            TaskKind.MINE, OWN + "p.state = 'PROPOSED'"));

    /** Nothing is asked of the proposal here, so that whoever only counts need not look at it: the bell of every page does. */
    private static final Set<TaskKind> OF_STOPS_ALONE = EnumSet.of(TaskKind.APPROVE, TaskKind.REVIEW, TaskKind.OVERDUE);

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /**
     * Whose tasks are asked for.
     *
     * @param me the member of staff
     * @param posts posts held today
     * @param others posts of others for which the person may decide now
     * @param today the day
     */
    public record Asker(UUID me, Collection<String> posts, Collection<String> others, LocalDate today) {}

    /** Tasks of a kind, urgent ones first, then what is due first. */
    public List<TaskLine> list(TaskKind kind, Asker asker, PageRequest part) {
        boolean own = isOwn(kind);
        var query = entities.createNativeQuery("SELECT " + (own ? OWN_COLUMNS : COLUMNS) + WHICH.get(kind)
                + " ORDER BY p.urgent DESC, " + (own ? "" : "s.due_on NULLS LAST, ") + "p.proposed_at, p.id"
                + " LIMIT :rows OFFSET :skip", Tuple.class);
        fill(query, WHICH.get(kind), asker);
        query.setParameter("rows", part.size()).setParameter("skip", part.offset());
        var lines = new ArrayList<TaskLine>();
        for (var row : query.getResultList()) {
            lines.add(line((Tuple) row));
        }
        return lines;
    }

    /** How many of each of the kinds there are, counted no further than {@code most}; one statement for all. */
    public Map<TaskKind, Integer> count(Set<TaskKind> kinds, Asker asker, int most) {
        var sql = new StringBuilder();
        for (var kind : kinds) {
            sql.append(sql.isEmpty() ? "SELECT " : ", ")
                    .append("(SELECT count(*) FROM (SELECT 1 ").append(counted(kind))
                    .append(" LIMIT :most) counted_").append(kind.ordinal()).append(")");
        }
        var query = entities.createNativeQuery(sql.toString(), Tuple.class);
        fill(query, sql.toString(), asker);
        var row = (Tuple) query.setParameter("most", most).getSingleResult();
        var counts = new EnumMap<TaskKind, Integer>(TaskKind.class);
        int place = 0;
        for (var kind : kinds) {
            counts.put(kind, row.get(place, Number.class).intValue());
            place++;
        }
        return counts;
    }

    private static String counted(TaskKind kind) {
        return OF_STOPS_ALONE.contains(kind) ? WHICH.get(kind).replace(BESIDE_STEPS, " ") : WHICH.get(kind);
    }

    private static boolean isOwn(TaskKind kind) {
        return WHICH.get(kind).startsWith(OWN);
    }

    private static void fill(Query query, String sql, Asker asker) {
        query.setParameter("me", asker.me());
        if (sql.contains(":posts")) {
            query.setParameter("posts", asker.posts().isEmpty() ? List.of(NOBODY) : asker.posts());
        }
        if (sql.contains(":others")) {
            query.setParameter("others", asker.others().isEmpty() ? List.of(NOBODY) : asker.others());
        }
        if (sql.contains(":today")) {
            query.setParameter("today", asker.today());
        }
    }

    private static TaskLine line(Tuple row) {
        var kind = row.get(7, String.class);
        return new TaskLine(
                row.get(0, UUID.class), row.get(1, Number.class).longValue(), row.get(2, String.class),
                row.get(3, String.class), row.get(4, String.class), row.get(5, Instant.class), row.get(6, Boolean.class),
                kind == null ? null : StopKind.valueOf(kind), row.get(8, String.class), day(row.get(9)),
                row.get(10, String.class), row.get(11, Boolean.class));
    }

    private static LocalDate day(Object value) {
        return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
    }
}

package jp.yakuba.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.audit.api.AuditFilter;
import jp.yakuba.audit.api.AuditKind;
import jp.yakuba.audit.api.AuditLine;
import jp.yakuba.kernel.PageRequest;

/** Where audit entries are searched. Every condition is served by an index of its own, ordered by time. */
@ApplicationScoped
public class AuditSearchStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Entries that fit, latest first. */
    public List<AuditLine> list(AuditFilter filter, PageRequest part) {
        var conditions = conditionsOf(filter);
        var query = entities.createNativeQuery("""
                SELECT e.id, e.occurred_at, e.kind, e.deed, e.actor_kind, e.actor_id, e.actor_name, e.post, e.section,
                       e.origin, e.request_id, e.person_id, e.object_type, e.object_id, e.reason, s.sequence
                FROM aud_entry e LEFT JOIN aud_seal s ON s.entry_id = e.id
                """ + where(conditions) + " ORDER BY e.occurred_at DESC, e.id LIMIT :rows OFFSET :skip", Tuple.class);
        fill(query, conditions);
        query.setParameter("rows", part.size()).setParameter("skip", part.offset());
        var lines = new ArrayList<AuditLine>();
        for (var row : query.getResultList()) {
            lines.add(line((Tuple) row));
        }
        return lines;
    }

    /** How many fit; counts no further than {@code most}. */
    public long count(AuditFilter filter, long most) {
        var conditions = conditionsOf(filter);
        var query = entities.createNativeQuery("SELECT count(*) FROM (SELECT 1 FROM aud_entry e "
                + where(conditions) + " LIMIT :most) counted", Long.class);
        fill(query, conditions);
        return ((Number) query.setParameter("most", most).getSingleResult()).longValue();
    }

    private static Map<String, Condition> conditionsOf(AuditFilter filter) {
        var conditions = new LinkedHashMap<String, Condition>();
        put(conditions, "person", "e.person_id = :person", filter.personId());
        put(conditions, "actor", "e.actor_id = :actor", filter.actorId());
        put(conditions, "object", "e.object_id = :object", blankIsNull(filter.objectId()));
        put(conditions, "kind", "e.kind = :kind", filter.kind() == null ? null : filter.kind().name());
        put(conditions, "deed", "starts_with(e.deed, :deed)", blankIsNull(filter.deed()));
        put(conditions, "from", "e.occurred_at >= :from", filter.from());
        put(conditions, "until", "e.occurred_at < :until", filter.until());
        return conditions;
    }

    private static void put(Map<String, Condition> conditions, String name, String sql, Object value) {
        if (value != null) {
            conditions.put(name, new Condition(sql, value));
        }
    }

    private static String blankIsNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String where(Map<String, Condition> conditions) {
        return conditions.isEmpty() ? "" : "WHERE "
                + String.join(" AND ", conditions.values().stream().map(Condition::sql).toList());
    }

    private static void fill(Query query, Map<String, Condition> conditions) {
        conditions.forEach((name, condition) -> query.setParameter(name, condition.value()));
    }

    private static AuditLine line(Tuple row) {
        var sequence = row.get(15, Number.class);
        return new AuditLine(row.get(0, UUID.class), row.get(1, Instant.class), AuditKind.valueOf(row.get(2, String.class)),
                row.get(3, String.class), row.get(4, String.class), row.get(5, UUID.class), row.get(6, String.class),
                row.get(7, String.class), row.get(8, String.class), row.get(9, String.class), row.get(10, String.class),
                row.get(11, UUID.class), row.get(12, String.class), row.get(13, String.class), row.get(14, String.class),
                sequence == null ? null : sequence.longValue());
    }

    private record Condition(String sql, Object value) {}
}

package jp.yakuba.exchange.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.exchange.api.CopyView;

/** Where the copies of others' publications stand, and the signed pages of which they were made. */
@ApplicationScoped
public class CopyStore {
    private static final Duration CLAIMED = Duration.ofMinutes(10);

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /**
     * A copy that is due.
     *
     * @param state word of the state it has
     */
    public record Copy(String peer, String name, String state, Instant asOf, int attempts) {}

    /** Takes on copies that were agreed since. */
    public void enlist(Collection<String> names, Instant now) {
        for (var name : names) {
            entities.createNativeQuery("""
                            INSERT INTO exc_copy (peer, name, next_at) SELECT code, CAST(?1 AS text), CAST(?2 AS timestamptz) FROM exc_peer
                            WHERE ?1 = ANY (asked) AND state = 'ACTIVE' ON CONFLICT DO NOTHING
                            """)
                    .setParameter(1, name)
                    .setParameter(2, now)
                    .executeUpdate();
        }
    }

    /** Takes the next that is due and agreed; until some time has passed no other node takes it. */
    public Optional<Copy> claim(Instant now) {
        return entities.createNativeQuery("""
                        UPDATE exc_copy c SET next_at = ?2 WHERE (c.peer, c.name) = (
                            SELECT w.peer, w.name FROM exc_copy w JOIN exc_peer p ON p.code = w.peer AND p.state = 'ACTIVE' AND w.name = ANY (p.asked)
                                AND p.way <> 'THEY_COLLECT' WHERE w.next_at <= ?1 ORDER BY w.next_at LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
                        RETURNING c.peer, c.name, c.state, c.as_of, c.attempts
                        """, Object[].class)
                .setParameter(1, now)
                .setParameter(2, now.plus(CLAIMED))
                .getResultList().stream().findFirst().map(row -> copy((Object[]) row));
    }

    /** The copy, held until the deed ends. */
    public Optional<Copy> lock(String peer, String name) {
        return entities.createNativeQuery("SELECT peer, name, state, as_of, attempts FROM exc_copy WHERE peer = ?1 AND name = ?2 FOR UPDATE", Object[].class)
                .setParameter(1, peer)
                .setParameter(2, name)
                .getResultList().stream().findFirst().map(row -> copy((Object[]) row));
    }

    private static Copy copy(Object[] row) {
        return new Copy((String) row[0], (String) row[1], (String) row[2], (Instant) row[3], ((Number) row[4]).intValue());
    }

    /** It stands as the publisher said, at that moment. */
    public void advance(Copy copy, String state, Instant asOf, Instant next) {
        entities.createNativeQuery("UPDATE exc_copy SET state = ?3, as_of = ?4, next_at = ?5, attempts = 0, problem = NULL WHERE peer = ?1 AND name = ?2")
                .setParameter(1, copy.peer())
                .setParameter(2, copy.name())
                .setParameter(3, state)
                .setParameter(4, asOf)
                .setParameter(5, next)
                .executeUpdate();
    }

    /** It waits, and why. */
    public void postpone(Copy copy, String problem, Instant next) {
        entities.createNativeQuery("UPDATE exc_copy SET next_at = ?3, attempts = attempts + 1, problem = ?4 WHERE peer = ?1 AND name = ?2")
                .setParameter(1, copy.peer())
                .setParameter(2, copy.name())
                .setParameter(3, next)
                .setParameter(4, problem)
                .executeUpdate();
    }

    /** Takes away pages that say nothing, or all of them. */
    public void dropPages(Copy copy, boolean all) {
        entities.createNativeQuery("DELETE FROM exc_copy_page WHERE peer = ?1 AND name = ?2 AND (empty OR CAST(?3 AS boolean))")
                .setParameter(1, copy.peer())
                .setParameter(2, copy.name())
                .setParameter(3, all)
                .executeUpdate();
    }

    /** Keeps a signed page. */
    public void keepPage(Copy copy, UUID id, long serial, boolean empty, byte[] content, Instant at) {
        entities.createNativeQuery("INSERT INTO exc_copy_page (peer, name, id, serial, empty, content, taken_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .setParameter(1, copy.peer())
                .setParameter(2, copy.name())
                .setParameter(3, id)
                .setParameter(4, serial)
                .setParameter(5, empty)
                .setParameter(6, content)
                .setParameter(7, at)
                .executeUpdate();
    }

    /** All agreed copies of the name are due. */
    public void hurry(String name, Instant now) {
        entities.createNativeQuery("UPDATE exc_copy SET next_at = LEAST(next_at, CAST(?2 AS timestamptz)) WHERE name = ?1")
                .setParameter(1, name)
                .setParameter(2, now)
                .executeUpdate();
    }

    /** The copies, by code of the office; one that is agreed stands there before it was ever asked for. Who cannot be called is not asked, and that is said. */
    public List<CopyView> list(String name) {
        return entities.createNativeQuery("""
                        SELECT p.code, p.name, c.as_of, CASE p.way WHEN 'THEY_COLLECT' THEN 'NOT-CALLED' ELSE c.problem END, p.state = 'ACTIVE' AND ?1 = ANY (p.asked) FROM exc_peer p
                        LEFT JOIN exc_copy c ON c.peer = p.code AND c.name = ?1
                        WHERE c.as_of IS NOT NULL OR p.state = 'ACTIVE' AND ?1 = ANY (p.asked) ORDER BY p.code
                        """, Object[].class)
                .setParameter(1, name)
                .getResultList().stream().map(row -> view((Object[]) row)).toList();
    }

    private static CopyView view(Object[] row) {
        return new CopyView((String) row[0], (String) row[1], (Instant) row[2], (String) row[3], (Boolean) row[4]);
    }
}

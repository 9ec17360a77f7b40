package jp.yakuba.exchange.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.exchange.api.CopyView;

/** Where the copies of others' publications stand, and the signed pages of which they were made. */
@ApplicationScoped
public class CopyStore {
    /** Longer than a turn of reading, and taking what was read, may last. */
    private static final Duration CLAIMED = Duration.ofMinutes(20);

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /**
     * A copy that is due.
     *
     * @param state word of the state it has
     */
    public record Copy(String peer, String name, String state, Instant asOf, int attempts) {}

    /**
     * Pages of a copy that were read and wait for the last one.
     *
     * @param bytes of all of them
     * @param next place of the next one
     * @param since state from which they tell on
     * @param state up to which they tell
     * @param at moment of the latest
     */
    public record Reading(int pages, long bytes, int next, String since, String state, Instant at) {}

    /**
     * A verified page.
     *
     * @param since state from which it tells on
     * @param state up to which it tells
     * @param at moment that its publisher named
     * @param told keys of the items whose contents stand in it
     */
    public record ReadPage(UUID id, int place, String since, String state, Instant at, boolean empty, List<String> told, byte[] content, Instant readAt) {
        public ReadPage {
            told = List.copyOf(told);
        }
    }

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
                        UPDATE exc_copy c SET claimed_until = ?2, tried_at = ?1 WHERE (c.peer, c.name) = (
                            SELECT w.peer, w.name FROM exc_copy w JOIN exc_peer p ON p.code = w.peer AND p.state = 'ACTIVE' AND w.name = ANY (p.asked)
                                AND p.way <> 'THEY_COLLECT' WHERE w.next_at <= ?1 AND (w.claimed_until IS NULL OR w.claimed_until <= ?1)
                            ORDER BY w.next_at LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
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

    /** Holds the copy until the deed ends, if there is one. False if somebody else has it in hand; then nothing is held. */
    public boolean tryLock(String peer, String name) {
        return ((Number) entities.createNativeQuery("""
                        SELECT (SELECT count(*) FROM exc_copy WHERE peer = ?1 AND name = ?2) - (SELECT count(*) FROM (
                            SELECT 1 FROM exc_copy WHERE peer = ?1 AND name = ?2 FOR UPDATE SKIP LOCKED) held)
                        """, Long.class)
                .setParameter(1, peer)
                .setParameter(2, name)
                .getSingleResult()).longValue() == 0;
    }

    private static Copy copy(Object[] row) {
        return new Copy((String) row[0], (String) row[1], (String) row[2], (Instant) row[3], ((Number) row[4]).intValue());
    }

    /** It stands as the publisher said, at that moment. */
    public void advance(Copy copy, String state, Instant asOf, Instant next) {
        one("UPDATE exc_copy SET state = ?3, as_of = ?4, next_at = ?5, attempts = 0, problem = NULL, claimed_until = NULL WHERE peer = ?1 AND name = ?2", copy)
                .setParameter(3, state)
                .setParameter(4, asOf)
                .setParameter(5, next)
                .executeUpdate();
    }

    private Query one(String sql, Copy copy) {
        return entities.createNativeQuery(sql).setParameter(1, copy.peer()).setParameter(2, copy.name());
    }

    /** It waits, and why. */
    public void postpone(Copy copy, String problem, Instant next) {
        one("UPDATE exc_copy SET next_at = ?3, attempts = attempts + 1, problem = ?4, claimed_until = NULL WHERE peer = ?1 AND name = ?2", copy)
                .setParameter(3, next)
                .setParameter(4, problem)
                .executeUpdate();
    }

    /** Part of it was read; the reading goes on at that moment. */
    public void goOn(Copy copy, String problem, Instant next) {
        one("UPDATE exc_copy SET next_at = ?3, attempts = 0, problem = ?4, claimed_until = NULL WHERE peer = ?1 AND name = ?2", copy)
                .setParameter(3, next)
                .setParameter(4, problem)
                .executeUpdate();
    }

    /** Pages that were read and wait for the last one; empty if there is none. */
    public Optional<Reading> findReading(Copy copy) {
        return entities.createNativeQuery("""
                        SELECT count(*), coalesce(sum(length(content)), 0), max(place), (array_agg(since ORDER BY place))[1],
                            (array_agg(state ORDER BY place DESC))[1], (array_agg(at ORDER BY place DESC))[1]
                        FROM exc_copy_page WHERE peer = ?1 AND name = ?2 AND place IS NOT NULL HAVING count(*) > 0
                        """, Object[].class)
                .setParameter(1, copy.peer())
                .setParameter(2, copy.name())
                .getResultList().stream().findFirst().map(row -> reading((Object[]) row));
    }

    private static Reading reading(Object[] row) {
        return new Reading(((Number) row[0]).intValue(), ((Number) row[1]).longValue(), ((Number) row[2]).intValue() + 1, (String) row[3], (String) row[4],
                (Instant) row[5]);
    }

    /** Keeps a verified page until the last one is there; one that said nothing makes room. */
    public void keepRead(Copy copy, ReadPage page) {
        drop(copy.peer(), copy.name(), "empty AND place IS NOT NULL").executeUpdate();
        one("""
                INSERT INTO exc_copy_page (peer, name, id, serial, empty, content, taken_at, place, since, state, at, told)
                VALUES (?1, ?2, ?3, CAST(split_part(?4, '-', 1) AS bigint), ?5, ?6, ?7, ?8, ?9, ?4, ?10, ?11)""", copy)
                .setParameter(3, page.id())
                .setParameter(4, page.state())
                .setParameter(5, page.empty())
                .setParameter(6, page.content())
                .setParameter(7, page.readAt())
                .setParameter(8, page.place())
                .setParameter(9, page.since())
                .setParameter(10, page.at())
                .setParameter(11, page.told().toArray(String[]::new))
                .executeUpdate();
        one("UPDATE exc_copy SET kept = kept + ?3 WHERE peer = ?1 AND name = ?2", copy).setParameter(3, (long) page.content().length).executeUpdate();
    }

    /** Takes away such pages of a copy, and what they took up; whoever calls it holds the copy. */
    private Query drop(String peer, String name, String which) {
        return entities.createNativeQuery("WITH gone AS (DELETE FROM exc_copy_page WHERE peer = ?1 AND name = ?2 AND " + which + " " + """
                        RETURNING length(content) AS bytes)
                        UPDATE exc_copy SET kept = greatest(0, kept - (SELECT coalesce(sum(bytes), 0) FROM gone)) WHERE peer = ?1 AND name = ?2
                        """)
                .setParameter(1, peer)
                .setParameter(2, name);
    }

    /** Bytes of all pages of the copy, waiting and taken. */
    public long getKept(Copy copy) {
        return ((Number) entities.createNativeQuery("SELECT kept FROM exc_copy WHERE peer = ?1 AND name = ?2", Long.class)
                .setParameter(1, copy.peer())
                .setParameter(2, copy.name())
                .getSingleResult()).longValue();
    }

    /** The reading begins anew. */
    public void dropReading(Copy copy) {
        drop(copy.peer(), copy.name(), "place IS NOT NULL").executeUpdate();
    }

    /** The reading begins anew where a page that waits tells of one of the items. */
    public void dropReadingOf(String peer, String name, Set<String> keys) {
        drop(peer, name, """
                place IS NOT NULL AND EXISTS (
                    SELECT 1 FROM exc_copy_page w WHERE w.peer = ?1 AND w.name = ?2 AND w.place IS NOT NULL AND w.told && CAST(?3 AS text[]))""")
                .setParameter(3, keys.toArray(String[]::new))
                .executeUpdate();
    }

    /** Drops what waits for a last page that did not come: readings whose latest page was read before the moment. A copy in hand stays until later. */
    public void dropReadings(String name, Instant before) {
        List<?> held = entities.createNativeQuery("""
                        SELECT c.peer FROM exc_copy c WHERE c.name = ?1 AND (SELECT max(p.taken_at) FROM exc_copy_page p
                            WHERE p.peer = c.peer AND p.name = c.name AND p.place IS NOT NULL) < CAST(?2 AS timestamptz) FOR UPDATE OF c SKIP LOCKED
                        """, String.class)
                .setParameter(1, name)
                .setParameter(2, before)
                .getResultList();
        held.forEach(peer -> drop((String) peer, name, "place IS NOT NULL").executeUpdate());
    }

    /** State up to which the pages tell that wait for the last one; empty if none waits. */
    public Optional<String> findRead(Copy copy) {
        List<?> found = entities.createNativeQuery("""
                        SELECT state FROM exc_copy_page WHERE peer = ?1 AND name = ?2 AND place IS NOT NULL ORDER BY place DESC LIMIT 1
                        """, String.class)
                .setParameter(1, copy.peer())
                .setParameter(2, copy.name())
                .getResultList();
        return found.stream().findFirst().map(String.class::cast);
    }

    /** Places of the pages that wait, in their order. */
    public List<Integer> listPlaces(Copy copy) {
        return entities.createNativeQuery("SELECT place FROM exc_copy_page WHERE peer = ?1 AND name = ?2 AND place IS NOT NULL ORDER BY place", Integer.class)
                .setParameter(1, copy.peer())
                .setParameter(2, copy.name())
                .getResultList().stream().map(Integer.class::cast).toList();
    }

    /** The page that waits at the place. */
    public byte[] getContent(Copy copy, int place) {
        return (byte[]) entities.createNativeQuery("SELECT content FROM exc_copy_page WHERE peer = ?1 AND name = ?2 AND place = ?3", byte[].class)
                .setParameter(1, copy.peer())
                .setParameter(2, copy.name())
                .setParameter(3, place)
                .getSingleResult();
    }

    /** The page at the place is taken. */
    public void keepTaken(Copy copy, int place, Instant at) {
        one("UPDATE exc_copy_page SET place = NULL, taken_at = ?4 WHERE peer = ?1 AND name = ?2 AND place = ?3", copy)
                .setParameter(3, place)
                .setParameter(4, at)
                .executeUpdate();
    }

    /** Takes away taken pages that say nothing: a newer one says how old the copy is. */
    public void dropEmpty(Copy copy) {
        drop(copy.peer(), copy.name(), "empty AND place IS NULL").executeUpdate();
    }

    /** Takes away taken pages that tell of one of the items. */
    public void forgetPages(String peer, String name, Set<String> keys) {
        if (!keys.isEmpty()) {
            drop(peer, name, "NOT empty AND place IS NULL AND (told IS NULL OR told && CAST(?3 AS text[]))")
                    .setParameter(3, keys.toArray(String[]::new))
                    .executeUpdate();
        }
    }

    /** Names of offices by code. */
    public Map<String, String> listOffices() {
        List<?> rows = entities.createNativeQuery("SELECT code, name FROM exc_peer", Object[].class).getResultList();
        return rows.stream().map(Object[].class::cast).collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /** Ends copies of offices that are asked no more, or that refuse so, if something is there; their codes. One that somebody holds stays until later. */
    public List<String> end(String name, String refusal) {
        List<?> held = entities.createNativeQuery("""
                        SELECT c.peer FROM exc_copy c WHERE c.name = ?1 AND (NOT EXISTS (SELECT 1 FROM exc_peer p WHERE p.code = c.peer AND c.name = ANY (p.asked))
                            OR c.problem = ?2 AND (c.as_of IS NOT NULL OR EXISTS (SELECT 1 FROM exc_copy_page s WHERE s.peer = c.peer AND s.name = c.name)))
                        FOR UPDATE OF c SKIP LOCKED
                        """, String.class)
                .setParameter(1, name)
                .setParameter(2, refusal)
                .getResultList();
        var ended = held.stream().map(String.class::cast).toList();
        for (var table : List.of("exc_copy_page", "exc_copy")) {
            entities.createNativeQuery("DELETE FROM " + table + " WHERE name = ?1 AND peer = ANY (CAST(?2 AS text[]))")
                    .setParameter(1, name)
                    .setParameter(2, ended.toArray(String[]::new))
                    .executeUpdate();
        }
        return ended;
    }

    /** True if the whole may be read anew: that was not so since that moment, and not more bytes are kept already. */
    public boolean mayReread(Copy copy, Instant since, long mostBytes) {
        return !entities.createNativeQuery("""
                        SELECT 1 FROM exc_copy WHERE peer = ?1 AND name = ?2 AND (reread_at IS NULL OR reread_at <= ?3) AND kept <= ?4
                        """, Integer.class)
                .setParameter(1, copy.peer())
                .setParameter(2, copy.name())
                .setParameter(3, since)
                .setParameter(4, mostBytes)
                .getResultList().isEmpty();
    }

    /** Notes that the whole is read anew. */
    public void noteReread(Copy copy, Instant now) {
        one("UPDATE exc_copy SET reread_at = ?3 WHERE peer = ?1 AND name = ?2", copy).setParameter(3, now).executeUpdate();
    }

    /** Agreed copies of the name are due, but those that are being asked for; one that failed waits half a minute since it was last asked for. */
    public void hurry(String name, Instant now) {
        entities.createNativeQuery("""
                        UPDATE exc_copy SET next_at = LEAST(next_at, CASE WHEN attempts > 0 THEN GREATEST(CAST(?2 AS timestamptz), tried_at + INTERVAL '30 seconds')
                            ELSE CAST(?2 AS timestamptz) END)
                        WHERE name = ?1 AND (claimed_until IS NULL OR claimed_until <= CAST(?2 AS timestamptz))
                        """)
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

package jp.yakuba.exchange.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.OpenTransfer;
import jp.yakuba.exchange.model.Arrival;
import jp.yakuba.exchange.model.ArrivalKey;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Sha256;

/** Where messages that arrive are kept, piece by piece, until they are judged. */
@ApplicationScoped
public class ArrivalStore {
    private static final Duration CLAIMED = Duration.ofMinutes(10);
    private static final Set<ArrivalState> ALL = EnumSet.allOf(ArrivalState.class);
    private static final Set<ArrivalState> NOT_ACCEPTED = EnumSet.complementOf(EnumSet.of(ArrivalState.ACCEPTED, ArrivalState.CANCELLED));
    private static final String JUDGED_AGAIN_BEFORE = """
                                SELECT 1 FROM exc_arrival b WHERE b.peer = w.peer AND b.conversation = w.conversation AND b.sequence < w.sequence
                                    AND b.state = 'STORED' AND b.judged_again > 0
            """;
    private static final String OF_MESSAGE = " WHERE peer = ?1 AND arrival = ?2";

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Writes the announcement down; false if one of this id is here already, or another living message stands at its place. */
    public boolean add(String peer, OpenTransfer transfer, ArrivalState state, Instant at) {
        boolean stored = state == ArrivalState.STORED;
        int added = entities.createNativeQuery("""
                        INSERT INTO exc_arrival (peer, id, conversation, sequence, service, sha256, bytes, chunk_bytes, chunks, state, opened_at,
                            stored_at, next_at)
                        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
                            CASE WHEN ?12 THEN cast(?11 AS timestamptz) END, CASE WHEN ?12 THEN cast(?11 AS timestamptz) END)
                        ON CONFLICT DO NOTHING
                        """)
                .setParameter(1, peer)
                .setParameter(2, transfer.id())
                .setParameter(3, transfer.conversation())
                .setParameter(4, transfer.sequence())
                .setParameter(5, transfer.service())
                .setParameter(6, transfer.sha256())
                .setParameter(7, transfer.bytes())
                .setParameter(8, transfer.chunkBytes())
                .setParameter(9, transfer.chunks().size())
                .setParameter(10, state.name())
                .setParameter(11, at)
                .setParameter(12, stored)
                .executeUpdate();
        if (added == 1) {
            addPieces(peer, transfer, at);
        }
        return added == 1;
    }

    private void addPieces(String peer, OpenTransfer transfer, Instant at) {
        entities.createNativeQuery("""
                        INSERT INTO exc_chunk (peer, arrival, number, sha256, kept_at)
                        SELECT ?1, ?2, h.place - 1, h.hash, ?4 FROM unnest(string_to_array(?3, ',')) WITH ORDINALITY AS h (hash, place)
                        """)
                .setParameter(1, peer)
                .setParameter(2, transfer.id())
                .setParameter(3, String.join(",", transfer.chunks()))
                .setParameter(4, at)
                .executeUpdate();
    }

    public Optional<Arrival> find(ArrivalKey key) {
        return Optional.ofNullable(entities.find(Arrival.class, key));
    }

    public Optional<Arrival> lock(ArrivalKey key) {
        return Optional.ofNullable(entities.find(Arrival.class, key, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The message, which stays as it is until the deed ends; others may look at it and add pieces meanwhile. */
    public Optional<Arrival> hold(ArrivalKey key) {
        return Optional.ofNullable(entities.find(Arrival.class, key, LockModeType.PESSIMISTIC_READ));
    }

    /** The hash that a piece was announced with; empty if there is no such piece. */
    public Optional<String> hashOf(ArrivalKey key, int number) {
        List<?> found = entities.createNativeQuery("SELECT sha256 FROM exc_chunk" + OF_MESSAGE + " AND number = ?3", String.class)
                .setParameter(1, key.peer())
                .setParameter(2, key.id())
                .setParameter(3, number)
                .getResultList();
        return found.stream().findFirst().map(String.class::cast);
    }

    /** Keeps a piece; one that is here already stays as it is. */
    public void put(ArrivalKey key, int number, byte[] content, Instant at) {
        entities.createNativeQuery("UPDATE exc_chunk SET content = ?4, kept_at = ?5" + OF_MESSAGE + " AND number = ?3 AND content IS NULL")
                .setParameter(1, key.peer())
                .setParameter(2, key.id())
                .setParameter(3, number)
                .setParameter(4, content)
                .setParameter(5, at)
                .executeUpdate();
    }

    /** Numbers of the pieces that are not here. */
    public List<Integer> missing(ArrivalKey key) {
        List<?> found = entities.createNativeQuery("SELECT number FROM exc_chunk" + OF_MESSAGE + " AND content IS NULL ORDER BY number", Integer.class)
                .setParameter(1, key.peer())
                .setParameter(2, key.id())
                .getResultList();
        return found.stream().map(Integer.class::cast).toList();
    }

    /** A piece that is here. */
    public byte[] piece(ArrivalKey key, int number) {
        return (byte[]) entities.createNativeQuery("SELECT content FROM exc_chunk" + OF_MESSAGE + " AND number = ?3", byte[].class)
                .setParameter(1, key.peer())
                .setParameter(2, key.id())
                .setParameter(3, number)
                .getSingleResult();
    }

    /** The pieces are needed no more. */
    public void dropPieces(ArrivalKey key) {
        entities.createNativeQuery("DELETE FROM exc_chunk" + OF_MESSAGE)
                .setParameter(1, key.peer())
                .setParameter(2, key.id())
                .executeUpdate();
    }

    /**
     * Takes a message that waits to be judged, the oldest whose office is served and that does not stand behind one that is judged again;
     * until some time has passed no other node takes it.
     */
    public Optional<ArrivalKey> claim(String node, Instant now) {
        List<?> found = entities.createNativeQuery("""
                        UPDATE exc_arrival a SET next_at = ?2, taken_by = ?3 WHERE (a.peer, a.id) = (
                            SELECT w.peer, w.id FROM exc_arrival w JOIN exc_peer o ON o.code = w.peer AND o.state = 'ACTIVE'
                            WHERE w.next_at <= ?1 AND NOT EXISTS (
                        """ + JUDGED_AGAIN_BEFORE + """
                                ) ORDER BY w.next_at LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
                        RETURNING a.peer, a.id
                        """, Object[].class)
                .setParameter(1, now)
                .setParameter(2, now.plus(CLAIMED))
                .setParameter(3, node)
                .getResultList();
        return found.stream().findFirst().map(ArrivalStore::key);
    }

    /** Takes this message to be judged; false if it is not due or somebody else has it. */
    public boolean claim(ArrivalKey key, String node, Instant now) {
        return entities.createNativeQuery("""
                        UPDATE exc_arrival w SET next_at = ?4, taken_by = ?5 WHERE peer = ?1 AND id = ?2 AND next_at <= ?3
                            AND EXISTS (SELECT 1 FROM exc_peer o WHERE o.code = w.peer AND o.state = 'ACTIVE') AND NOT EXISTS (
                        """ + JUDGED_AGAIN_BEFORE + ")")
                .setParameter(1, key.peer())
                .setParameter(2, key.id())
                .setParameter(3, now)
                .setParameter(4, now.plus(CLAIMED))
                .setParameter(5, node)
                .executeUpdate() == 1;
    }

    /** Takes a judged message whose answer the sender does not have; one that cannot be called asks for it. */
    public Optional<ArrivalKey> claimAnswer(String node, Instant now) {
        List<?> found = entities.createNativeQuery("""
                        UPDATE exc_arrival a SET answer_due = ?2, taken_by = ?3 WHERE (a.peer, a.id) = (
                            SELECT w.peer, w.id FROM exc_arrival w JOIN exc_peer o ON o.code = w.peer AND o.state = 'ACTIVE' AND o.way <> 'THEY_COLLECT'
                            WHERE w.answer_due <= ?1 ORDER BY w.answer_due LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
                        RETURNING a.peer, a.id
                        """, Object[].class)
                .setParameter(1, now)
                .setParameter(2, now.plus(CLAIMED))
                .setParameter(3, node)
                .getResultList();
        return found.stream().findFirst().map(ArrivalStore::key);
    }

    /** What the node had taken before it went down is due now. */
    public int takeUp(String node, Instant now) {
        return entities.createNativeQuery("""
                        UPDATE exc_arrival SET next_at = CASE WHEN next_at > ?2 THEN cast(?2 AS timestamptz) ELSE next_at END,
                            answer_due = CASE WHEN answer_due > ?2 THEN cast(?2 AS timestamptz) ELSE answer_due END
                        WHERE taken_by = ?1 AND (next_at > ?2 OR answer_due > ?2)
                        """)
                .setParameter(1, node)
                .setParameter(2, now)
                .executeUpdate();
    }

    /** Messages that arrived, latest first; or those alone that were not accepted. */
    public List<Arrival> list(boolean openOnly, PageRequest part) {
        return entities.createQuery("select a from Arrival a where a.state in :states order by a.openedAt desc, a.key.id", Arrival.class)
                .setParameter("states", openOnly ? NOT_ACCEPTED : ALL)
                .setFirstResult(part.offset())
                .setMaxResults(part.size())
                .getResultList();
    }

    /** How many there are. */
    public long count(boolean openOnly) {
        return entities.createQuery("select count(a) from Arrival a where a.state in :states", Long.class)
                .setParameter("states", openOnly ? NOT_ACCEPTED : ALL)
                .getSingleResult();
    }

    /** A judged message whose sender asks anew: its answer is brought again. */
    public void answerAgain(ArrivalKey key, Instant now) {
        entities.createNativeQuery("UPDATE exc_arrival SET answer_due = ?3 WHERE peer = ?1 AND id = ?2 AND answer IS NOT NULL AND answer_due IS NULL")
                .setParameter(1, key.peer())
                .setParameter(2, key.id())
                .setParameter(3, now)
                .executeUpdate();
    }

    /** The sender has this answer: nobody needs to bring it. If another took its place meanwhile, that one is still brought. */
    public void answerTaken(ArrivalKey key, byte[] answer) {
        entities.createNativeQuery("""
                        UPDATE exc_arrival SET answer_due = NULL
                        WHERE peer = ?1 AND id = ?2 AND answer_due IS NOT NULL AND encode(sha256(answer), 'hex') = ?3
                        """)
                .setParameter(1, key.peer())
                .setParameter(2, key.id())
                .setParameter(3, Sha256.hex(answer))
                .executeUpdate();
    }

    /** Nobody else gives a message of the conversation to be judged until the deed ends. */
    public void lockConversation(String peer, UUID conversation) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?1, 0))", Integer.class)
                .setParameter(1, "exchange " + peer + " " + conversation)
                .getSingleResult();
    }

    /** The conversation in which the message stands. */
    public Optional<UUID> conversationOf(ArrivalKey key) {
        List<?> found = entities.createNativeQuery("SELECT conversation FROM exc_arrival WHERE peer = ?1 AND id = ?2", UUID.class)
                .setParameter(1, key.peer())
                .setParameter(2, key.id())
                .getResultList();
        return found.stream().findFirst().map(UUID.class::cast);
    }

    /** True if another living message stands at the place of this one. */
    public boolean isPlaceTaken(Arrival arrival) {
        return isThere("sequence = ?3 AND id <> ?4 AND state NOT IN ('CANCELLED', 'REFUSED')", arrival);
    }

    /** True if a later message of the conversation was kept whole or accepted. */
    public boolean isLaterKept(Arrival arrival) {
        return isThere("sequence > ?3 AND id <> ?4 AND state IN ('STORED', 'ACCEPTED')", arrival);
    }

    private boolean isThere(String which, Arrival arrival) {
        return (boolean) entities.createNativeQuery("SELECT count(*) > 0 FROM exc_arrival WHERE peer = ?1 AND conversation = ?2 AND " + which, Boolean.class)
                .setParameter(1, arrival.key().peer())
                .setParameter(2, arrival.conversation())
                .setParameter(3, arrival.sequence())
                .setParameter(4, arrival.key().id())
                .getSingleResult();
    }

    /** True while all of its pieces are here. */
    public boolean isWhole(Arrival arrival) {
        return (boolean) entities.createNativeQuery("SELECT count(*) = ?3 FROM exc_chunk" + OF_MESSAGE + " AND content IS NOT NULL", Boolean.class)
                .setParameter(1, arrival.key().peer())
                .setParameter(2, arrival.key().id())
                .setParameter(3, arrival.chunks())
                .getSingleResult();
    }

    /** Of the messages those of which pieces are here. */
    public Set<ArrivalKey> keptOf(Collection<Arrival> arrivals) {
        var kept = new HashSet<ArrivalKey>();
        if (!arrivals.isEmpty()) {
            List<?> found = entities.createNativeQuery("""
                            SELECT a.peer, a.id FROM exc_arrival a WHERE a.peer IN ?2 AND a.id IN ?1
                                AND EXISTS (SELECT 1 FROM exc_chunk c WHERE c.peer = a.peer AND c.arrival = a.id)
                            """, Object[].class)
                    .setParameter(1, arrivals.stream().map(arrival -> arrival.key().id()).toList())
                    .setParameter(2, arrivals.stream().map(arrival -> arrival.key().peer()).distinct().toList())
                    .getResultList();
            found.forEach(row -> kept.add(key(row)));
        }
        return kept;
    }

    /** What was refused since the moment, latest first. */
    public List<Arrival> listRefused(Instant since, PageRequest part) {
        return entities.createQuery("select a from Arrival a where a.state = :refused and a.judgedAt >= :since order by a.judgedAt desc, a.key.id", Arrival.class)
                .setParameter("refused", ArrivalState.REFUSED)
                .setParameter("since", since)
                .setFirstResult(part.offset())
                .setMaxResults(part.size())
                .getResultList();
    }

    /** How much was refused since the moment. */
    public long countRefused(Instant since) {
        return entities.createQuery("select count(a) from Arrival a where a.state = :refused and a.judgedAt >= :since", Long.class)
                .setParameter("refused", ArrivalState.REFUSED)
                .setParameter("since", since)
                .getSingleResult();
    }

    /** The arrival that became the record. */
    public Optional<Arrival> findOf(UUID recordId) {
        return entities.createQuery("select a from Arrival a where a.recordId = :record", Arrival.class)
                .setParameter("record", recordId)
                .getResultStream()
                .findFirst();
    }

    /** Takes away what a record that has ended left; the key of the message stays, so that a copy of it finds no way in. */
    public Optional<ArrivalKey> forget(UUID recordId) {
        var key = findOf(recordId).map(Arrival::key);
        key.ifPresent(found -> entities.createNativeQuery("""
                        UPDATE exc_arrival SET report = NULL, detail = NULL, their_number = NULL, version = version + 1
                        WHERE peer = ?1 AND id = ?2
                        """)
                .setParameter(1, found.peer())
                .setParameter(2, found.id())
                .executeUpdate());
        return key;
    }

    /** Takes away transfers that were begun before the moment and never went on. */
    public int sweepHalfSent(Instant before) {
        return entities.createNativeQuery("""
                        DELETE FROM exc_arrival a WHERE a.state = 'RECEIVING' AND a.opened_at < ?1
                            AND NOT EXISTS (SELECT 1 FROM exc_chunk c WHERE c.peer = a.peer AND c.arrival = a.id AND c.kept_at >= ?1)
                        """)
                .setParameter(1, before)
                .executeUpdate();
    }

    /** Takes away the pieces of what was refused before the moment (隔離の期限); what somebody has in hand is left for the next time. */
    public int sweepQuarantine(Instant before) {
        return entities.createNativeQuery("""
                        WITH ended AS (
                            SELECT a.peer, a.id FROM exc_arrival a
                            WHERE a.state IN ('REFUSED', 'CANCELLED') AND coalesce(a.judged_at, a.opened_at) < ?1
                                AND EXISTS (SELECT 1 FROM exc_chunk c WHERE c.peer = a.peer AND c.arrival = a.id)
                            FOR UPDATE OF a SKIP LOCKED)
                        DELETE FROM exc_chunk c USING ended e WHERE c.peer = e.peer AND c.arrival = e.id
                        """)
                .setParameter(1, before)
                .executeUpdate();
    }

    private static ArrivalKey key(Object row) {
        var columns = (Object[]) row;
        return new ArrivalKey((String) columns[0], (UUID) columns[1]);
    }
}

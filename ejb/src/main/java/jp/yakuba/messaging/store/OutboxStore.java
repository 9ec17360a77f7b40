package jp.yakuba.messaging.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.messaging.model.OutboxMessage;

/** Where outgoing messages wait. */
@ApplicationScoped
public class OutboxStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Adds a message in the caller's transaction. */
    public void add(OutboxMessage message) {
        entities.persist(message);
    }

    /** The message with the id, locked against a sender at work. */
    public Optional<OutboxMessage> find(UUID id) {
        return Optional.ofNullable(entities.find(OutboxMessage.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Takes messages that are due and whose turn it is, locked until the transaction ends.
     *
     * <p>A message waits as long as an earlier one of its subject to the same queue is not done. What another node has
     * taken is passed over.
     */
    @SuppressWarnings("unchecked")
    public List<OutboxMessage> takeDue(Instant now, int limit) {
        return entities.createNativeQuery("""
                        SELECT o.* FROM msg_outbox o
                        WHERE o.done_at IS NULL AND o.next_attempt_at <= :now
                          AND NOT EXISTS (SELECT 1 FROM msg_outbox e
                              WHERE e.destination = o.destination AND e.subject_key = o.subject_key
                                AND e.sequence < o.sequence AND e.done_at IS NULL)
                        ORDER BY o.next_attempt_at, o.sequence LIMIT :limit
                        FOR UPDATE OF o SKIP LOCKED""", OutboxMessage.class)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList();
    }

    /** Marks a message done; false if there is none with the id. */
    public boolean done(UUID id, Instant now) {
        return entities.createNativeQuery("""
                        UPDATE msg_outbox SET done_at = coalesce(done_at, :now), version = version + 1 WHERE id = :id""")
                .setParameter("now", now)
                .setParameter("id", id)
                .executeUpdate() > 0;
    }

    /** Ends an outgoing message whose receiver inside has set it aside: from now on an operator looks after it there. */
    public void setAside(UUID id, String destination, String reason, Instant now) {
        entities.createNativeQuery("""
                        UPDATE msg_outbox SET done_at = :now, problem = :reason, version = version + 1
                        WHERE id = :id AND destination = :destination AND done_at IS NULL""")
                .setParameter("now", now)
                .setParameter("reason", reason)
                .setParameter("id", id)
                .setParameter("destination", destination)
                .executeUpdate();
    }

    /** Says that the node lives; returns how many messages of lost nodes have become due. */
    public int heartbeat(String node, Instant now, Instant lostBefore) {
        entities.createNativeQuery("""
                        INSERT INTO msg_node (name, seen_at) VALUES (:node, :now)
                        ON CONFLICT (name) DO UPDATE SET seen_at = :now""")
                .setParameter("node", node)
                .setParameter("now", now)
                .executeUpdate();
        return entities.createNativeQuery("""
                        UPDATE msg_outbox SET next_attempt_at = :now, sent_at = NULL, sent_by = NULL,
                               problem = 'node lost', version = version + 1
                        WHERE done_at IS NULL
                          AND sent_by IN (SELECT name FROM msg_node WHERE seen_at < :lostBefore)""")
                .setParameter("now", now)
                .setParameter("lostBefore", lostBefore)
                .executeUpdate();
    }

    /** Messages, latest first. */
    public List<OutboxMessage> list(boolean waitingOnly, PageRequest part) {
        return entities.createQuery("select o from OutboxMessage o "
                        + (waitingOnly ? "where o.doneAt is null " : "") + "order by o.sequence desc", OutboxMessage.class)
                .setFirstResult(part.offset())
                .setMaxResults(part.size())
                .getResultList();
    }

    /** How many messages there are. */
    public long count(boolean waitingOnly) {
        return entities.createQuery("select count(o) from OutboxMessage o " + (waitingOnly ? "where o.doneAt is null" : ""),
                Long.class).getSingleResult();
    }

    /** How many wait, by whether a journal holds them. */
    public long countWaiting(boolean sent) {
        return entities.createQuery("select count(o) from OutboxMessage o where o.doneAt is null and o.sentAt is "
                + (sent ? "not null" : "null"), Long.class).getSingleResult();
    }

    /** When the oldest waiting message was left. */
    public Optional<Instant> oldestWaiting() {
        return Optional.ofNullable(entities.createQuery(
                "select min(o.createdAt) from OutboxMessage o where o.doneAt is null", Instant.class).getSingleResult());
    }
}

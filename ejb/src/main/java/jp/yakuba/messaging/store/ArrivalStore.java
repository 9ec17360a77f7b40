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
import jp.yakuba.messaging.model.SetAsideMessage;

/** Where it is written down what has arrived, and what of it could not be processed. */
@ApplicationScoped
public class ArrivalStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Writes a message down; false if it stands there already. */
    public boolean accept(UUID messageId, String source, String type, Instant now) {
        return entities.createNativeQuery("""
                        INSERT INTO msg_inbox (message_id, source, type, accepted_at) VALUES (:id, :source, :type, :now)
                        ON CONFLICT DO NOTHING""")
                .setParameter("id", messageId)
                .setParameter("source", source)
                .setParameter("type", type)
                .setParameter("now", now)
                .executeUpdate() > 0;
    }

    /** Keeps what could not be processed; the same message again is counted. */
    public void setAside(UUID messageId, String source, String type, String body, String reason, Instant now) {
        entities.createNativeQuery("""
                        INSERT INTO msg_set_aside (id, message_id, source, type, body, reason, arrived_at, last_at)
                        VALUES (gen_random_uuid(), :message, :source, :type, :body, :reason, :now, :now)
                        ON CONFLICT (message_id, source) WHERE state = 'WAITING'
                        DO UPDATE SET times = msg_set_aside.times + 1, last_at = :now, reason = :reason,
                                      version = msg_set_aside.version + 1""")
                .setParameter("message", messageId)
                .setParameter("source", source)
                .setParameter("type", type)
                .setParameter("body", body)
                .setParameter("reason", reason)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** The row with the id, locked. */
    public Optional<SetAsideMessage> findSetAside(UUID id) {
        return Optional.ofNullable(entities.find(SetAsideMessage.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Rows, latest first. */
    public List<SetAsideMessage> listSetAside(boolean waitingOnly, PageRequest part) {
        return entities.createQuery("select s from SetAsideMessage s " + waiting(waitingOnly)
                        + "order by s.arrivedAt desc, s.id", SetAsideMessage.class)
                .setFirstResult(part.offset())
                .setMaxResults(part.size())
                .getResultList();
    }

    /** How many rows there are. */
    public long countSetAside(boolean waitingOnly) {
        return entities.createQuery("select count(s) from SetAsideMessage s " + waiting(waitingOnly), Long.class)
                .getSingleResult();
    }

    private static String waiting(boolean only) {
        return only ? "where s.state = jp.yakuba.messaging.model.SetAsideMessage.State.WAITING " : "";
    }
}

package jp.yakuba.account.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.account.model.Session;

/** Where sessions are kept, so that every node knows them. */
@ApplicationScoped
public class SessionStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(Session session) {
        entities.persist(session);
    }

    public Optional<Session> find(UUID id) {
        return Optional.ofNullable(entities.find(Session.class, id));
    }

    /** The session with the token's hash, standing or not. */
    public Optional<Session> findByToken(byte[] tokenHash) {
        return entities.createQuery("select s from Session s where s.tokenHash = :hash", Session.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst();
    }

    /** Sessions of the account or member of staff that were not ended, last used first. */
    public List<Session> listOf(UUID ownerId) {
        return entities.createQuery("""
                        select s from Session s where (s.accountId = :owner or s.staffId = :owner) and s.endedAt is null
                        order by s.usedAt desc
                        """, Session.class)
                .setParameter("owner", ownerId)
                .getResultList();
    }

    /** Writes the last use down unless another request just did; takes no lock on a version. */
    public void touch(UUID id, Instant now) {
        entities.createQuery("update Session s set s.usedAt = :now where s.id = :id and s.usedAt < :before")
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("before", now.minus(Session.TOUCH))
                .executeUpdate();
    }

    /** Ends every session of the account or member of staff. */
    public void endAllOf(UUID ownerId, Instant now) {
        listOf(ownerId).forEach(session -> session.end(now));
    }

    /** Ends every session of the account or member of staff but the one with the token's hash. */
    public void endOthersOf(UUID ownerId, byte[] keptTokenHash, Instant now) {
        listOf(ownerId).stream().filter(session -> !session.isOf(keptTokenHash)).forEach(session -> session.end(now));
    }

    /** Forgets sessions that ended before the moment; returns how many. */
    public int forget(Instant before) {
        return entities.createQuery("delete from Session s where s.endsAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}

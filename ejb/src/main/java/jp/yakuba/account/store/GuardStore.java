package jp.yakuba.account.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.account.model.Attempt;
import jp.yakuba.account.model.ParkedForm.Owner;
import jp.yakuba.account.model.ParkedForm;
import jp.yakuba.account.model.ServerSecret;
import jp.yakuba.account.model.StaffLogin;

/** Where failures, keys of the server, staff logins and parked forms are kept. */
@ApplicationScoped
public class GuardStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** The failures of the subject, if any were noted. */
    public Optional<Attempt> findAttempt(String subject) {
        return Optional.ofNullable(entities.find(Attempt.class, subject));
    }

    /** The row of the subject, made if missing, locked. */
    public Attempt lockAttempt(String subject, Instant now) {
        entities.createNativeQuery("""
                        insert into acc_attempt (subject, failures, lockouts, window_start)
                        values (:subject, 0, 0, :now) on conflict (subject) do nothing
                        """)
                .setParameter("subject", subject)
                .setParameter("now", now)
                .executeUpdate();
        return entities.find(Attempt.class, subject, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Forgets the failures of a subject that succeeded. */
    public void forgetAttempt(String subject) {
        entities.createQuery("delete from Attempt a where a.subject = :subject")
                .setParameter("subject", subject)
                .executeUpdate();
    }

    /** Forgets failures older than the moment; returns how many. */
    public int forgetAttempts(Instant before) {
        return entities.createQuery("delete from Attempt a where a.windowStart < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    /** The key with the name; of several nodes that make one at once, one wins and all use it. */
    public byte[] secret(String name, byte[] fresh, Instant now) {
        entities.createNativeQuery("""
                        insert into acc_secret (name, value, created_at) values (:name, :value, :now)
                        on conflict (name) do nothing
                        """)
                .setParameter("name", name)
                .setParameter("value", fresh)
                .setParameter("now", now)
                .executeUpdate();
        return entities.find(ServerSecret.class, name).value();
    }

    /** The login with the staff number. */
    public Optional<StaffLogin> findStaff(String number) {
        return entities.createQuery("select l from StaffLogin l where lower(l.number) = lower(:number)", StaffLogin.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    public Optional<StaffLogin> findStaff(UUID staffId) {
        return Optional.ofNullable(entities.find(StaffLogin.class, staffId));
    }

    public void add(ParkedForm form) {
        entities.persist(form);
    }

    /** True if a form waits for its owner. */
    public boolean hasParked(Owner owner, Instant now) {
        return !waiting(owner, now).setMaxResults(1).getResultList().isEmpty();
    }

    /** The form that waits for its owner; of several the newest. */
    public Optional<ParkedForm> findParked(Owner owner, Instant now) {
        return waiting(owner, now).setMaxResults(1).getResultStream().findFirst();
    }

    /** Forms that wait for their owner, newest first, locked. */
    public List<ParkedForm> lockParked(Owner owner, Instant now) {
        return waiting(owner, now).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList();
    }

    private TypedQuery<ParkedForm> waiting(Owner owner, Instant now) {
        var query = entities.createQuery("""
                        select f from ParkedForm f where %s and f.takenAt is null and f.expiresAt > :now order by f.createdAt desc
                        """.formatted(owner.isStaff() ? "f.staffId = :owner and f.post = :post" : "f.accountId = :owner"), ParkedForm.class)
                .setParameter("owner", owner.id())
                .setParameter("now", now);
        return owner.isStaff() ? query.setParameter("post", owner.post()) : query;
    }

    /** Forgets parked forms that lapsed before the moment; returns how many. */
    public int forgetParked(Instant before) {
        return entities.createQuery("delete from ParkedForm f where f.expiresAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}

package jp.yakuba.organization.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.organization.model.Absence;

/** Where absences are kept. */
@ApplicationScoped
public class AbsenceStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(Absence absence) {
        entities.persist(absence);
        entities.flush();
    }

    public Optional<Absence> find(UUID id) {
        return Optional.ofNullable(entities.find(Absence.class, id));
    }

    public void remove(Absence absence) {
        entities.remove(absence);
    }

    /** True if something of the person touches the time. */
    public boolean touches(UUID staff, Instant from, Instant until) {
        return !entities.createQuery("""
                        select a.id from Absence a where a.staff = :staff and a.startsAt < :until and a.endsAt > :from
                        """, UUID.class)
                .setParameter("staff", staff)
                .setParameter("from", from)
                .setParameter("until", until)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Absences of the person that have not ended, in order. */
    public List<Absence> listOf(UUID staff, Instant now) {
        return entities.createQuery(
                        "select a from Absence a where a.staff = :staff and a.endsAt > :now order by a.startsAt", Absence.class)
                .setParameter("staff", staff)
                .setParameter("now", now)
                .getResultList();
    }

    /** Everybody's absences that touch the time, in order. */
    public List<Absence> list(Instant from, Instant until) {
        return entities.createQuery("""
                        select a from Absence a where a.startsAt < :until and a.endsAt > :from order by a.startsAt, a.staff
                        """, Absence.class)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList();
    }

    /** Everything not over at the moment of those who are away then, so that their return can be told. */
    public List<Absence> listAround(Instant at) {
        return entities.createQuery("""
                        select a from Absence a where a.endsAt > :at and exists (
                            select 1 from Absence now where now.staff = a.staff and now.startsAt <= :at and now.endsAt > :at)
                        """, Absence.class)
                .setParameter("at", at)
                .getResultList();
    }
}

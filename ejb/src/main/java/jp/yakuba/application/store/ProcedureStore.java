package jp.yakuba.application.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.yakuba.application.model.Procedure;

/** Where the catalogue is kept. */
@ApplicationScoped
public class ProcedureStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(Procedure procedure) {
        entities.persist(procedure);
    }

    public void remove(Procedure procedure) {
        entities.remove(procedure);
        entities.flush();
    }

    /** Writes now, so that a version has ended before the next takes its place. */
    public void write() {
        entities.flush();
    }

    /** The versions of a procedure, the one that begins last first. */
    public List<Procedure> listVersions(String code) {
        return entities.createQuery("select p from Procedure p where p.code = :code order by p.validFrom desc", Procedure.class)
                .setParameter("code", code)
                .getResultList();
    }

    /** The procedure as it was valid last. */
    public Optional<Procedure> findLatest(String code) {
        return entities.createQuery("select p from Procedure p where p.code = :code order by p.validFrom desc", Procedure.class)
                .setParameter("code", code)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Procedures valid on the day, in the order of the office. */
    public List<Procedure> listValid(LocalDate on) {
        return entities.createQuery("""
                        select p from Procedure p
                        where p.validFrom <= :day and (p.validUntil is null or p.validUntil >= :day)
                        order by p.position, p.kana
                        """, Procedure.class)
                .setParameter("day", on)
                .getResultList();
    }

    /** The version of a procedure that begins on the day. */
    public Optional<Procedure> findBeginning(String code, LocalDate from) {
        return entities.createQuery("select p from Procedure p where p.code = :code and p.validFrom = :from", Procedure.class)
                .setParameter("code", code)
                .setParameter("from", from)
                .getResultStream()
                .findFirst();
    }

    /** Waits until no other node loads the catalogue; the lock goes with the transaction. */
    public void lockForLoading() {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtext('apl_procedure'))").getSingleResult();
    }
}

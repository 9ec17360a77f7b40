package jp.yakuba.application.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import jp.yakuba.application.model.FormVersion;

/** Where the versions of forms are kept. */
@ApplicationScoped
public class FormStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    public void add(FormVersion version) {
        entities.persist(version);
        entities.flush();
    }

    public void remove(FormVersion version) {
        entities.remove(version);
        entities.flush();
    }

    /** Writes now, so that a version is retired before the next takes its place. */
    public void flush() {
        entities.flush();
    }

    public Optional<FormVersion> find(String procedure, int number) {
        return entities.createQuery("""
                        select f from FormVersion f where f.procedure = :procedure and f.number = :number
                        """, FormVersion.class)
                .setParameter("procedure", procedure)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    public Optional<FormVersion> find(String procedure, FormVersion.State state) {
        return entities.createQuery("""
                        select f from FormVersion f where f.procedure = :procedure and f.state = :state
                        """, FormVersion.class)
                .setParameter("procedure", procedure)
                .setParameter("state", state)
                .getResultStream()
                .findFirst();
    }

    /** Versions of a procedure, newest first. */
    public List<FormVersion> list(String procedure) {
        return entities.createQuery("select f from FormVersion f where f.procedure = :procedure order by f.number desc", FormVersion.class)
                .setParameter("procedure", procedure)
                .getResultList();
    }

    /** Number of the newest version; 0 if there is none. */
    public int newest(String procedure) {
        return entities.createQuery("select coalesce(max(f.number), 0) from FormVersion f where f.procedure = :procedure", Integer.class)
                .setParameter("procedure", procedure)
                .getSingleResult();
    }
}

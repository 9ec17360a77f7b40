package jp.yakuba.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.audit.api.AuditKind;
import jp.yakuba.audit.api.OwnLook;
import jp.yakuba.audit.model.AuditEntry;

/** Where audit entries are added, and where somebody's own latest look is found. */
@ApplicationScoped
public class AuditEntryStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Adds an entry in the caller's transaction. */
    public void add(AuditEntry entry) {
        entities.persist(entry);
    }

    /** The latest look of that sort by the actor at the person since the moment. */
    public Optional<OwnLook> findLook(UUID actor, String deed, UUID person, Instant since) {
        return entities.createQuery("""
                        select new jp.yakuba.audit.api.OwnLook(e.id, e.reason, e.occurredAt) from AuditEntry e
                        where e.kind = :look and e.deed = :deed and e.actorId = :actor and e.personId = :person
                        and e.occurredAt >= :since order by e.occurredAt desc
                        """, OwnLook.class)
                .setParameter("look", AuditKind.LOOK)
                .setParameter("deed", deed)
                .setParameter("actor", actor)
                .setParameter("person", person)
                .setParameter("since", since)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}

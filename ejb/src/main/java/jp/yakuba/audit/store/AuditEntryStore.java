package jp.yakuba.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jp.yakuba.audit.model.AuditEntry;

/** Where audit entries are added; there is nothing else to do with them. */
@ApplicationScoped
public class AuditEntryStore {
    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    /** Adds an entry in the caller's transaction. */
    public void add(AuditEntry entry) {
        entities.persist(entry);
    }
}

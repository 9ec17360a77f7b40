package jp.yakuba.certificate.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.certificate.store.WideCopyStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;

/** Deletes what came for requests whose time is over, each in a transaction of its own. */
@Stateless
@RunAs(Role.DESK)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CopyRound {
    private WideCopyStore store;
    private AuditDesk audit;
    private OfficeClock clock;

    protected CopyRound() {
        // for the container
    }

    /** For the container. */
    @Inject
    public CopyRound(WideCopyStore store, AuditDesk audit, OfficeClock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Requests whose time is over. */
    @RolesAllowed(Role.SYSTEM)
    public List<UUID> listDue() {
        return store.listDue(clock.now());
    }

    /** Deletes it, unless another node did. */
    @RolesAllowed(Role.SYSTEM)
    public void expire(UUID id) {
        store.lock(id).filter(copy -> !copy.isErased()).ifPresent(copy -> {
            copy.expire(clock.now());
            store.dropSheets(id);
            audit.changed(new AuditNote("certificate.expire", null, WideCopyPost.OBJECT, id.toString(), copy.state().name()));
        });
    }
}

package jp.yakuba.audit.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditKind;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.audit.api.OwnLook;
import jp.yakuba.audit.model.AuditEntry;
import jp.yakuba.audit.store.AuditEntryStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;

/** Behind the audit desk. Everyone may call it, because whoever acts, known or not, must leave a trace. */
@Stateless
public class AuditDeskBean implements AuditDesk {
    private AuditEntryStore entries;
    private CurrentActor actor;
    private OfficeClock clock;

    protected AuditDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public AuditDeskBean(AuditEntryStore entries, CurrentActor actor, OfficeClock clock) {
        this.entries = entries;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @PermitAll // nobody may act without a trace
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void changed(AuditNote note) {
        write(AuditKind.CHANGE, note);
    }

    @Override
    @PermitAll // nobody may look without a trace
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void looked(AuditNote note) {
        write(AuditKind.LOOK, note);
    }

    @Override
    @PermitAll // nobody may look without a trace
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void lookedAtAll(Collection<AuditNote> notes) {
        notes.forEach(note -> write(AuditKind.LOOK, note));
    }

    @Override
    @PermitAll // people who are not signed in are refused too
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void refused(AuditNote note) {
        write(AuditKind.REFUSAL, note);
    }

    @Override
    @PermitAll // nobody may look without a trace
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void looked(String deed, UUID personId, String reason) {
        AuditDesk.super.looked(deed, personId, reason);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public Optional<OwnLook> findOwnLook(String deed, UUID personId, Instant since) {
        return entries.findLook(actor.get().id(), deed, personId, since);
    }

    private void write(AuditKind kind, AuditNote note) {
        entries.add(AuditEntry.of(kind, note, actor.get(), actor.requestId(), clock.now()));
    }
}

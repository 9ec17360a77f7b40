package jp.yakuba.resident.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.Role;
import jp.yakuba.resident.api.BirthBecameFinal;
import jp.yakuba.resident.api.BirthDesk;
import jp.yakuba.resident.api.BirthView;
import jp.yakuba.resident.api.EnterBirth;
import jp.yakuba.resident.api.LedgerAnswer;
import jp.yakuba.resident.model.EventReason;
import jp.yakuba.resident.model.LedgerEvent;
import jp.yakuba.resident.store.LedgerStore;

/** The counter for births. */
@Stateless
@RunAs(Role.DESK)
public class BirthDeskBean implements BirthDesk {
    private Entries entries;
    private Registration registration;
    private LedgerStore store;
    private LedgerMail mail;
    private AuditDesk audit;
    private Event<BirthBecameFinal> becameFinal;

    protected BirthDeskBean() {
        // for the container
    }

    @Inject
    public BirthDeskBean(Entries entries, Registration registration, LedgerStore store, LedgerMail mail,
            AuditDesk audit, Event<BirthBecameFinal> becameFinal) {
        this.entries = entries;
        this.registration = registration;
        this.store = store;
        this.mail = mail;
        this.audit = audit;
        this.becameFinal = becameFinal;
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.DESK, Role.SYSTEM})
    public UUID enterProvisionally(EnterBirth command) {
        var event = entries.enter(command);
        audit.changed(new AuditNote(
                "resident.enter", command.parentId(), "ledger-event", event.id().toString(), event.reason().name()));
        return event.id();
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.DESK})
    public BirthView findByCause(UUID causeId) {
        return store.findByCause(causeId).filter(event -> event.reason() == EventReason.BIRTH).map(this::seen).orElse(null);
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.DESK})
    public List<String> check(UUID eventId) {
        return entries.inspect(entries.get(eventId));
    }

    private BirthView seen(LedgerEvent event) {
        var entry = store.entryOf(event.id());
        var child = entry.persons().get(0);
        audit.looked(new AuditNote("resident.view-entry", entry.parentId(), "ledger-event", event.id().toString(), "birth"));
        return new BirthView(event.id(), event.version(), event.state().name(), event.causeId(), event.eventDate(),
                child.personId(), child.name(), child.kana(), child.sex(), child.relationship(), entry.parentId());
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.DESK}) // a neighbouring desk lets only registrars come this far
    public void makeFinal(UUID eventId, long version) {
        var event = entries.lock(eventId);
        var entry = registration.makeFinal(event, version);
        var child = Registration.firstOf(entry);
        audit.changed(new AuditNote(
                "resident.make-final", child, "ledger-event", event.id().toString(), event.reason().name()));
        becameFinal.fire(new BirthBecameFinal(event.id(), event.causeId(), entry.householdId(), child));
        mail.answer(new LedgerAnswer(null, event.causeId(), event.id(), "FINAL", List.of()));
    }
}

package jp.yakuba.resident.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.Role;
import jp.yakuba.resident.api.EnterMoveIn;
import jp.yakuba.resident.api.LedgerAnswer;
import jp.yakuba.resident.api.MoveBecameFinal;
import jp.yakuba.resident.api.MoveInDesk;
import jp.yakuba.resident.api.MoveInView;
import jp.yakuba.resident.model.Entry;
import jp.yakuba.resident.model.EntryPerson;
import jp.yakuba.resident.model.EventReason;
import jp.yakuba.resident.model.LedgerEvent;
import jp.yakuba.resident.store.LedgerStore;

/** The counter for moves: shows what was entered, makes it final in one step, tells whoever waits for it. */
@Stateless
@RunAs(Role.DESK)
public class MoveInDeskBean implements MoveInDesk {
    private Entries entries;
    private Registration registration;
    private LedgerStore store;
    private MoveInViews views;
    private LedgerMail mail;
    private AuditDesk audit;
    private Event<MoveBecameFinal> becameFinal;

    protected MoveInDeskBean() {
        // for the container
    }

    @Inject
    public MoveInDeskBean(Entries entries, Registration registration, LedgerStore store, MoveInViews views,
            LedgerMail mail, AuditDesk audit, Event<MoveBecameFinal> becameFinal) {
        this.entries = entries;
        this.registration = registration;
        this.store = store;
        this.views = views;
        this.mail = mail;
        this.audit = audit;
        this.becameFinal = becameFinal;
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.DESK, Role.SYSTEM})
    public UUID enterProvisionally(EnterMoveIn command) {
        var event = entries.enter(command);
        changed("resident.enter", event, null);
        return event.id();
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.DESK})
    public List<String> check(UUID eventId) {
        return entries.inspect(entries.get(eventId));
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.DESK})
    public MoveInView get(UUID eventId) {
        var view = views.of(entries.get(eventId));
        looked(view);
        return view;
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.DESK})
    public MoveInView findByCause(UUID causeId) {
        var view = store.findByCause(causeId).filter(event -> event.reason() == EventReason.MOVE_IN).map(views::of);
        view.ifPresent(this::looked);
        return view.orElse(null);
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public List<MoveInView> listProvisional() {
        var waiting = store.listProvisional().stream()
                .filter(event -> event.reason() == EventReason.MOVE_IN)
                .map(views::of)
                .toList();
        waiting.forEach(this::looked);
        return waiting;
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public void joinHousehold(UUID eventId, long version, UUID personId) {
        var event = entries.lock(eventId);
        event.mustBeProvisional(version);
        entries.joinHousehold(event, personId);
        audit.changed(new AuditNote("resident.join-household", personId, "ledger-event", event.id().toString(),
                event.reason().name()));
        store.write();
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.DESK})
    public void makeFinal(UUID eventId, long version) {
        var event = entries.lock(eventId);
        var entry = registration.makeFinal(event, version);
        changed("resident.make-final", event, entry);
        var accounts = entry.persons().stream()
                .filter(person -> person.accountId() != null)
                .collect(Collectors.toMap(EntryPerson::accountId, EntryPerson::personId, (first, second) -> first));
        becameFinal.fire(new MoveBecameFinal(event.id(), event.causeId(), entry.householdId(), accounts));
        mail.answer(new LedgerAnswer(null, event.causeId(), event.id(), "FINAL", List.of()));
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.DESK})
    public void withdraw(UUID eventId, long version, String reason) {
        var event = entries.lock(eventId);
        registration.withdraw(event, version, reason);
        changed("resident.withdraw", event, null);
        mail.answer(new LedgerAnswer(null, event.causeId(), event.id(), "WITHDRAWN", List.of()));
    }

    private void looked(MoveInView view) {
        audit.looked(new AuditNote("resident.view-entry", null, "ledger-event", view.eventId().toString(), "move-in"));
    }

    private void changed(String deed, LedgerEvent event, Entry entry) {
        var person = entry == null ? null : Registration.firstOf(entry);
        audit.changed(new AuditNote(deed, person, "ledger-event", event.id().toString(), event.reason().name()));
    }
}

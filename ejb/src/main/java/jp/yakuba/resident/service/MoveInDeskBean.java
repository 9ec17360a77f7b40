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
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.EnterMoveIn;
import jp.yakuba.resident.api.EnterProtection;
import jp.yakuba.resident.api.LedgerAnswer;
import jp.yakuba.resident.api.MoveBecameFinal;
import jp.yakuba.resident.api.MoveInDesk;
import jp.yakuba.resident.api.MoveInView;
import jp.yakuba.resident.api.ResidentProblem;
import jp.yakuba.resident.model.Entry;
import jp.yakuba.resident.model.EntryPerson;
import jp.yakuba.resident.model.EventReason;
import jp.yakuba.resident.model.LedgerEvent;
import jp.yakuba.resident.model.Protection;
import jp.yakuba.resident.store.LedgerStore;
import jp.yakuba.resident.store.Reader;
import jp.yakuba.resident.store.ShieldStore;

/** The counter for moves: shows what was entered, makes it final in one step, tells whoever waits for it. */
@Stateless
@RunAs(Role.DESK)
public class MoveInDeskBean implements MoveInDesk {
    private Entries entries;
    private Registration registration;
    private LedgerStore store;
    private ProtectionBell bell;
    private ShieldStore shield;
    private MoveInViews views;
    private LedgerMail mail;
    private AuditDesk audit;
    private CurrentActor actor;
    private OfficeClock clock;
    private Event<MoveBecameFinal> becameFinal;

    protected MoveInDeskBean() {
        // for the container
    }

    @Inject
    public MoveInDeskBean(Entries entries, Registration registration, LedgerStore store,
            ProtectionBell bell, ShieldStore shield, MoveInViews views, LedgerMail mail, AuditDesk audit, CurrentActor actor, OfficeClock clock,
            Event<MoveBecameFinal> becameFinal) {
        this.entries = entries;
        this.registration = registration;
        this.store = store;
        this.bell = bell;
        this.shield = shield;
        this.views = views;
        this.mail = mail;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
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
    @RolesAllowed(Role.REGISTRAR)
    public void askProtection(UUID eventId, long version, boolean asked) {
        var event = entries.lock(eventId);
        event.mustBeProvisional(version);
        store.entryOf(eventId).askProtection(asked);
        store.touch(event);
        changed(asked ? "resident.ask-protection" : "resident.ask-no-protection", event, null);
        store.write();
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.DESK})
    public void makeFinal(UUID eventId, long version) {
        shield.takeTurns(); // before any row: whoever enters a move out holds the turn when it locks the household
        var event = entries.lock(eventId);
        event.mustBeProvisional(version);
        var back = store.entryOf(eventId).persons().stream().filter(this::isProtectedAlready).toList();
        requireAnswer(store.entryOf(eventId), back);
        var entry = registration.makeFinal(event, version);
        changed("resident.make-final", event, entry);
        if (entry.protectionAsked()) {
            protect(entry.persons(), "move-in");
        } else {
            protect(back, "came-back");
        }
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

    /** Whoever comes back is entered anew: their protection is of the person who left, and must not end at the town's border. */
    private boolean isProtectedAlready(EntryPerson person) {
        return !shield.listProtected(store.listMeantUnderAnySurname(person.name(), person.kana(), person.birthDate())).isEmpty();
    }

    /** Names change whole, days of birth do not: where only the day fits, somebody must ask. Who it may be is told to nobody. */
    private void requireAnswer(Entry entry, List<EntryPerson> back) {
        boolean mayBeBack = entry.persons().stream().filter(one -> !back.contains(one)).anyMatch(one -> shield.isBirthdayOfProtected(one.birthDate()));
        if (mayBeBack && !entry.protectionAnswered()) {
            throw new RuleViolation(ResidentProblem.PROTECTION_UNANSWERED);
        }
    }

    private void protect(List<EntryPerson> whom, String why) {
        if (whom.isEmpty()) {
            return;
        }
        var persons = whom.stream().map(EntryPerson::personId).toList();
        var by = actor.get().id() == null ? Reader.NOBODY : actor.get().id();
        var protection = Protection.enter(new EnterProtection(persons, true, clock.today(), null, null), clock.now(), by);
        bell.begin(protection);
        persons.forEach(id -> audit.changed(new AuditNote("resident.protect", id, "protection", protection.id().toString(), why)));
    }

    private void looked(MoveInView view) {
        audit.looked(new AuditNote("resident.view-entry", null, "ledger-event", view.eventId().toString(), "move-in"));
    }

    private void changed(String deed, LedgerEvent event, Entry entry) {
        var person = entry == null ? null : Registration.firstOf(entry);
        audit.changed(new AuditNote(deed, person, "ledger-event", event.id().toString(), event.reason().name()));
    }
}

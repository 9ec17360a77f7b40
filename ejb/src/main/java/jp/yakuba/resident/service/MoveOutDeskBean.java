package jp.yakuba.resident.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.EnterMoveOut;
import jp.yakuba.resident.api.EnterProtection;
import jp.yakuba.resident.api.FourFacts;
import jp.yakuba.resident.api.LedgerAnswer;
import jp.yakuba.resident.api.MeantPerson;
import jp.yakuba.resident.api.MoveOutBecameFinal;
import jp.yakuba.resident.api.MoveOutDesk;
import jp.yakuba.resident.api.MovedIn;
import jp.yakuba.resident.api.PersonView;
import jp.yakuba.resident.api.ResidentProblem;
import jp.yakuba.resident.api.ShieldDesk;
import jp.yakuba.resident.model.AddressPieces;
import jp.yakuba.resident.model.Entry;
import jp.yakuba.resident.model.EntryPerson;
import jp.yakuba.resident.model.EventReason;
import jp.yakuba.resident.model.EventState;
import jp.yakuba.resident.model.Protection;
import jp.yakuba.resident.store.LedgerReader;
import jp.yakuba.resident.store.LedgerStore;
import jp.yakuba.resident.store.PlaceStore;
import jp.yakuba.resident.store.Reader;
import jp.yakuba.resident.store.ShieldStore;

/** Behind the desk for moves out, and for what towns tell each other of moves. */
@Stateless
@RunAs(Role.DESK)
public class MoveOutDeskBean implements MoveOutDesk {
    private Departures departures;
    private LedgerStore store;
    private PlaceStore places;
    private ProtectionBell bell;
    private ShieldStore shield;
    private ShieldDesk veil;
    private LedgerReader ledger;
    private Readers readers;
    private LedgerMail mail;
    private AuditDesk audit;
    private OfficeClock clock;
    private Event<MoveOutBecameFinal> becameFinal;

    protected MoveOutDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public MoveOutDeskBean(
            Departures departures, LedgerStore store, PlaceStore places, ProtectionBell bell, ShieldStore shield, ShieldDesk veil,
            LedgerReader ledger, Readers readers, LedgerMail mail, AuditDesk audit, OfficeClock clock, Event<MoveOutBecameFinal> becameFinal) {
        this.departures = departures;
        this.store = store;
        this.places = places;
        this.bell = bell;
        this.shield = shield;
        this.veil = veil;
        this.ledger = ledger;
        this.readers = readers;
        this.mail = mail;
        this.audit = audit;
        this.clock = clock;
        this.becameFinal = becameFinal;
    }

    @Override
    @RolesAllowed(Role.DESK)
    public MovedIn movedIn(UUID eventId) {
        var event = store.find(eventId).filter(one -> one.reason() == EventReason.MOVE_IN && one.state() == EventState.FINAL)
                .orElseThrow(() -> new RuleViolation(ResidentProblem.NO_SUCH_EVENT));
        var entry = store.entryOf(eventId);
        var persons = entry.persons().stream().map(EntryPerson::personId).toList();
        audit.changed(new AuditNote("resident.moved-in", persons.get(0), "ledger-event", eventId.toString(), "notice"));
        boolean closed = !listClosed(List.of(eventId)).isEmpty();
        return new MovedIn(event.eventDate(), entry.previousAddress(), places.townsOf(entry.previousAddress()), closed, closed ? null : addressOf(entry),
                entry.persons().stream().map(MoveOutDeskBean::person).toList());
    }

    @Override
    @RolesAllowed(Role.DESK)
    public Set<UUID> listClosed(Collection<UUID> eventIds) {
        var closed = new HashSet<>(shield.listOfShielded(eventIds));
        shield.listNearShielded(eventIds).stream().filter(one -> one.led().isSame(one.shielded())).forEach(one -> closed.add(one.eventId()));
        return closed;
    }

    @Override
    @RolesAllowed(Role.DESK)
    public void takeTurns() {
        shield.takeTurns();
    }

    @Override
    @RolesAllowed(Role.DESK)
    public Set<String> piecesOf(String address) {
        return AddressPieces.of(address);
    }

    /** Where the move led, though they have moved on or left since; as the ledger wrote it, else as it was entered. */
    private String addressOf(Entry entry) {
        return store.firstAddressOf(entry.persons().get(0).personId()).orElseGet(() -> entry.address().words());
    }

    private static MovedIn.Person person(EntryPerson one) {
        return new MovedIn.Person(one.name(), one.kana(), one.birthDate(), one.sex());
    }

    @Override
    @RolesAllowed(Role.DESK)
    public List<String> townsOf(String address) {
        return places.townsOf(address);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public String keyOf(String name) {
        return store.keyOf(name);
    }

    @Override
    @RolesAllowed(Role.DESK)
    public List<List<MeantPerson>> listMeant(List<MovedIn.Person> said, String address, String reason) {
        var ids = said.stream().map(one -> store.listMeant(one.name(), one.kana(), one.birthDate())).toList();
        var all = ids.stream().flatMap(List::stream).distinct().toList();
        if (all.isEmpty()) {
            return said.stream().map(one -> List.<MeantPerson>of()).toList();
        }
        audit.lookedAtAll(all.stream().map(id -> AuditNote.ofPerson("resident.view", id, reason)).toList());
        var found = ledger.list(all, readers.present());
        var homes = homesOf(found);
        return IntStream.range(0, said.size()).mapToObj(at -> {
            var exact = ids.get(at).isEmpty() ? null : exact(said.get(at), address);
            return found.stream().filter(one -> ids.get(at).contains(one.id())).map(one -> meant(one, one.id().equals(exact), homes)).toList();
        }).toList();
    }

    private UUID exact(MovedIn.Person said, String address) {
        return places.match(new FourFacts(said.name(), said.birthDate(), said.sex(), address)).orElse(null);
    }

    /** Everybody who lives with one of them now, by household. */
    private Map<UUID, List<PersonView>> homesOf(Collection<PersonView> persons) {
        var households = persons.stream().map(PersonView::householdId).filter(Objects::nonNull).collect(Collectors.toSet());
        return households.isEmpty() ? Map.of()
                : ledger.members(households, readers.present()).stream().collect(Collectors.groupingBy(PersonView::householdId));
    }

    @Override
    @RolesAllowed(Role.DESK)
    public Optional<MeantPerson> findMeant(String number, String reason) {
        var person = ledger.findByNumber(number, readers.present());
        person.ifPresent(found -> audit.looked("resident.view", found.id(), reason));
        return person.map(found -> meant(found, false, homesOf(List.of(found))));
    }

    private static MeantPerson meant(PersonView one, boolean fits, Map<UUID, List<PersonView>> homes) {
        return new MeantPerson(LedgerReader.line(one), fits, one.householdId() == null ? List.of() : homes.getOrDefault(one.householdId(), List.of()));
    }

    @Override
    @RolesAllowed(Role.DESK)
    public int shieldMeant(Collection<MovedIn.Person> said, String office) {
        var ids = new LinkedHashSet<UUID>();
        said.forEach(one -> ids.addAll(store.listMeantUnderAnySurname(one.name(), one.kana(), one.birthDate())));
        ids.removeAll(shield.listProtected(ids));
        ids.forEach(id -> shield(id, office));
        return ids.size();
    }

    /** Each has a protection of their own: whoever turns out to be somebody else is let go, and nobody with them. */
    private void shield(UUID person, String office) {
        var protection = Protection.enter(new EnterProtection(List.of(person), true, clock.today(), null, office), clock.now(), Reader.NOBODY);
        bell.begin(protection);
        audit.changed(new AuditNote("resident.protect-by-notice", person, "protection", protection.id().toString(), office));
    }

    @Override
    @RolesAllowed(Role.DESK)
    public boolean isAnyShielded(String address, Collection<MovedIn.Person> said) {
        return isShielded(address) || said.stream().anyMatch(one -> !shield.listLike(one.name(), one.birthDate()).isEmpty());
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.DESK})
    public boolean mayReadWhereTo(String address, Collection<MovedIn.Person> said, boolean closedBefore) {
        boolean mustBeKnown = closedBefore || isShielded(address);
        var reader = readers.present();
        return said.stream().map(one -> shield.listLike(one.name(), one.birthDate()))
                .allMatch(like -> like.isEmpty() ? !mustBeKnown : shield.countClosed(like, reader) == 0);
    }

    /** True if the words say an address that is shielded, by anybody's; names are written in many ways, and where somebody lived tells of them too. */
    private boolean isShielded(String address) {
        var words = List.of(address);
        return !veil.hideFromAll(words).equals(words);
    }

    @Override
    @RolesAllowed({Role.REGISTRAR, Role.DESK})
    public UUID moveOut(EnterMoveOut command) {
        store.takeTurns(command.causeId());
        var known = store.findStanding(command.causeId());
        if (known.isPresent()) {
            return known.get().id();
        }
        var event = departures.enter(command);
        command.persons().forEach(id -> audit.changed(new AuditNote("resident.move-out", id, "ledger-event", event.id().toString(), event.reason().name())));
        becameFinal.fire(new MoveOutBecameFinal(event.id(), event.causeId(), command.on(), command.persons()));
        mail.answer(new LedgerAnswer(null, event.causeId(), event.id(), "FINAL", List.of()));
        return event.id();
    }
}

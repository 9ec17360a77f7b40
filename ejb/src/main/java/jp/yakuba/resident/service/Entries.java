package jp.yakuba.resident.service;

import static jp.yakuba.resident.api.ResidentProblem.ENTRY_INCOMPLETE;
import static jp.yakuba.resident.api.ResidentProblem.NO_SUCH_EVENT;
import static jp.yakuba.resident.api.ResidentProblem.NO_SUCH_PERSON;
import static jp.yakuba.resident.model.EntryInspection.ADDRESS_DIFFERS;
import static jp.yakuba.resident.model.EntryInspection.DUPLICATE_PERSON;
import static jp.yakuba.resident.model.EntryInspection.HOUSEHOLD_HAS_ENDED;
import static jp.yakuba.resident.model.EntryInspection.HOUSEHOLD_NOT_FOUND;
import static jp.yakuba.resident.model.EntryInspection.PARENT_HAS_LEFT;
import static jp.yakuba.resident.model.EntryInspection.POSTAL_CODE_DIFFERS;
import static jp.yakuba.resident.model.EntryInspection.UNKNOWN_PLACE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.EnterBirth;
import jp.yakuba.resident.api.EnterMoveIn;
import jp.yakuba.resident.model.Entry;
import jp.yakuba.resident.model.EntryAddress;
import jp.yakuba.resident.model.EntryInspection;
import jp.yakuba.resident.model.EntryPerson;
import jp.yakuba.resident.model.EventReason;
import jp.yakuba.resident.model.LedgerEvent;
import jp.yakuba.resident.store.LedgerStore;
import jp.yakuba.resident.store.PlaceStore;
import jp.yakuba.resident.store.PlaceStore.TownPlace;

/** Keeps provisional entries (仮登録) and looks over them; a cause enters once, however often it comes. */
@ApplicationScoped
public class Entries {
    private LedgerStore store;
    private PlaceStore places;
    private CurrentActor actor;
    private OfficeClock clock;

    protected Entries() {
        // for the container
    }

    @Inject
    public Entries(LedgerStore store, PlaceStore places, CurrentActor actor, OfficeClock clock) {
        this.store = store;
        this.places = places;
        this.actor = actor;
        this.clock = clock;
    }

    /** What the form of the command breaks; empty if it can be kept. */
    public List<String> formOf(EnterMoveIn command) {
        return EntryInspection.ofForm(personsOf(command), addressOf(command));
    }

    /** What the form of the command breaks; empty if it can be kept. */
    public List<String> formOf(EnterBirth command) {
        var wrong = new ArrayList<>(EntryInspection.ofForm(List.of(childOf(command, "子")), null));
        if (store.presentMembershipOf(command.parentId()).isEmpty()) {
            wrong.add(PARENT_HAS_LEFT);
        }
        return wrong;
    }

    /** The event of a cause that has not been withdrawn, once nobody else works on the cause. */
    public Optional<LedgerEvent> standing(UUID causeId) {
        store.takeTurns(causeId);
        return store.findStanding(causeId);
    }

    /** Enters a move, or finds the event that came from its cause before and was not withdrawn. */
    public LedgerEvent enter(EnterMoveIn command) {
        refuse(formOf(command));
        return standing(command.causeId()).orElseGet(() -> {
            boolean asked = hasAskedForProtection(command.causeId());
            var event = begin(EventReason.MOVE_IN, command.moveDate(), command.causeId());
            var head = blankAsNull(command.joinsHead());
            var entry = head == null
                    ? Entry.ofMove(event.id(), addressOf(command), command.previousAddress(), personsOf(command))
                    : Entry.ofJoining(event.id(), addressOf(command), command.previousAddress(), head, personsOf(command));
            if (asked) {
                entry.askProtection(true);
            }
            store.add(entry);
            return event;
        });
    }

    /** True if the family asked for protection before its report was corrected: that is not forgotten with what was withdrawn. */
    private boolean hasAskedForProtection(UUID causeId) {
        return store.findByCause(causeId).map(before -> store.entryOf(before.id())).filter(Entry::protectionAsked).isPresent();
    }

    /** Enters a birth, or finds the event that came from its cause before and was not withdrawn. */
    public LedgerEvent enter(EnterBirth command) {
        refuse(formOf(command));
        return standing(command.causeId()).orElseGet(() -> {
            var parent = store.presentMembershipOf(command.parentId()).orElseThrow();
            var event = begin(EventReason.BIRTH, command.birthDate(), command.causeId());
            var child = childOf(command, parent.relationship().child().value());
            store.add(Entry.ofBirth(event.id(), parent.householdId(), command.parentId(), child));
            return event;
        });
    }

    /** What stands against the event becoming final, those that only ask for a second look included. */
    public List<String> inspect(LedgerEvent event) {
        var entry = store.entryOf(event.id());
        var move = entry.address() != null;
        var found = new ArrayList<>(
                EntryInspection.ofPersons(entry.persons(), event.eventDate(), clock.today(), householdOf(entry)));
        if (entry.persons().stream().anyMatch(person -> store.knows(person.name(), person.birthDate()))) {
            found.add(DUPLICATE_PERSON);
        }
        if (move) {
            var place = places.locate(entry.address());
            if (place.isEmpty()) {
                found.add(UNKNOWN_PLACE);
            } else if (!place.get().postalCode().equals(entry.address().postalCode())) {
                found.add(POSTAL_CODE_DIFFERS);
            }
        } else if (store.presentMembershipOf(entry.parentId()).isEmpty()) {
            found.add(PARENT_HAS_LEFT);
        }
        if (entry.joins()) {
            inspectJoining(entry).ifPresent(found::add);
        }
        return found;
    }

    private static EntryInspection.Household householdOf(Entry entry) {
        if (entry.address() == null) {
            return EntryInspection.Household.OF_A_PARENT;
        }
        return entry.joins() ? EntryInspection.Household.JOINED : EntryInspection.Household.NEW;
    }

    private Optional<String> inspectJoining(Entry entry) {
        if (entry.householdId() == null) {
            return Optional.of(HOUSEHOLD_NOT_FOUND);
        }
        var home = store.presentAddressOfHousehold(entry.householdId());
        if (home.isEmpty()) {
            return Optional.of(HOUSEHOLD_HAS_ENDED);
        }
        return places.locate(entry.address()).map(place -> place.line(entry.address().building()))
                .filter(line -> !home.get().isAt(line))
                .map(line -> ADDRESS_DIFFERS);
    }

    /** Joins the entry of the event to the household in which the person lives now. */
    public void joinHousehold(LedgerEvent event, UUID personId) {
        var membership = store.presentMembershipOf(personId)
                .orElseThrow(() -> new RuleViolation(NO_SUCH_PERSON));
        store.entryOf(event.id()).join(membership.householdId());
    }

    /** Refuses an event against which something stands that no second look can remove. */
    public void mustStand(LedgerEvent event) {
        refuse(inspect(event).stream().filter(code -> !EntryInspection.mayStand(code)).toList());
    }

    /** The event. */
    public LedgerEvent get(UUID eventId) {
        return store.find(eventId).orElseThrow(() -> new RuleViolation(NO_SUCH_EVENT));
    }

    /** The event, locked against others until the transaction ends. */
    public LedgerEvent lock(UUID eventId) {
        return store.lock(eventId).orElseThrow(() -> new RuleViolation(NO_SUCH_EVENT));
    }

    /** Where a move leads. */
    public TownPlace placeOf(Entry entry) {
        return places.locate(entry.address())
                .orElseThrow(() -> new RuleViolation(ENTRY_INCOMPLETE, UNKNOWN_PLACE));
    }

    private LedgerEvent begin(EventReason reason, LocalDate on, UUID causeId) {
        var event = LedgerEvent.enter(reason, on, causeId, clock.now(), actor.get().name());
        store.add(event);
        return event;
    }

    private static void refuse(List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw new RuleViolation(ENTRY_INCOMPLETE, String.join(", ", wrong));
        }
    }

    private static EntryAddress addressOf(EnterMoveIn move) {
        return new EntryAddress(move.postalCode().replaceAll("[^0-9]", ""), move.townName(), move.lot(),
                blankAsNull(move.building()));
    }

    private static List<EntryPerson> personsOf(EnterMoveIn move) {
        return move.members().stream()
                .map(member -> new EntryPerson(UUID.randomUUID(), member.accountId(), spaced(member.name()),
                        spaced(member.kana()), blankAsNull(member.romanName()), member.birthDate(), member.sex(),
                        member.relationship(), member.nationality()))
                .toList();
    }

    private static EntryPerson childOf(EnterBirth birth, String relationship) {
        var roman = "JPN".equals(birth.nationality()) ? null : birth.name();
        return new EntryPerson(UUID.randomUUID(), null, spaced(birth.name()), spaced(birth.kana()), roman,
                birth.birthDate(), birth.sex(), relationship, birth.nationality());
    }

    /** A name as the ledger writes it, surname and given name divided by one wide space; Roman letters keep their own. */
    private static String spaced(String name) {
        var words = name.strip();
        return words.matches("\\p{ASCII}+") ? words : words.replaceAll("[\\s\u3000]+", "\u3000");
    }

    private static String blankAsNull(String words) {
        return words == null || words.isBlank() ? null : words.strip();
    }
}

package jp.yakuba.resident.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.ResidentProblem;
import jp.yakuba.resident.model.Address;
import jp.yakuba.resident.model.Entry;
import jp.yakuba.resident.model.EntryAddress;
import jp.yakuba.resident.model.EntryPerson;
import jp.yakuba.resident.model.Household;
import jp.yakuba.resident.model.LedgerEvent;
import jp.yakuba.resident.model.Membership;
import jp.yakuba.resident.model.Person;
import jp.yakuba.resident.model.Relationship;
import jp.yakuba.resident.store.LedgerStore;

/** Makes entries final (本登録): from this moment the persons are residents, and what was entered is history. */
@ApplicationScoped
public class Registration {
    private LedgerStore store;
    private Entries entries;
    private CurrentActor actor;
    private OfficeClock clock;

    protected Registration() {
        // for the container
    }

    @Inject
    public Registration(LedgerStore store, Entries entries, CurrentActor actor, OfficeClock clock) {
        this.store = store;
        this.entries = entries;
        this.actor = actor;
        this.clock = clock;
    }

    /** Makes the event final and returns what was entered with it. */
    public Entry makeFinal(LedgerEvent event, long version) {
        var entry = store.entryOf(event.id());
        event.mustBeProvisional(version);
        if (entry.householdId() != null && (entry.joins() || entry.address() == null)) {
            store.lockHousehold(entry.householdId()); // nobody joins a household while its last member leaves it
        }
        entries.mustStand(event);
        for (var person : entry.persons()) {
            store.add(Person.enter(person, store.nextPersonNumber(), event.eventDate()));
        }
        if (entry.joins()) {
            joinHousehold(event, entry, store.presentAddressOfHousehold(entry.householdId()));
        } else if (entry.address() != null) {
            formHousehold(event, entry);
        } else {
            joinHousehold(event, entry, store.presentAddressOf(entry.parentId()));
        }
        var persons = entry.persons().stream().map(EntryPerson::personId).toList();
        event.makeFinal(version, persons, clock.today(), clock.now(), actor.get().name());
        store.write();
        return entry;
    }

    /** Takes the event back. */
    public void withdraw(LedgerEvent event, long version, String reason) {
        event.withdraw(version, reason, clock.now(), actor.get().name());
        store.write();
    }

    private void formHousehold(LedgerEvent event, Entry entry) {
        var place = entries.placeOf(entry);
        var entered = entry.address();
        var lot = place.words().startsWith(place.name()) ? place.words().substring(place.name().length()) : entered.lot();
        var address = new EntryAddress(entered.postalCode(), place.name(), lot, entered.building());
        store.add(Household.form(entry.householdId(), store.nextHouseholdNumber(), event.eventDate()));
        for (var person : entry.persons()) {
            join(entry, person, event);
            store.add(Address.settle(person.personId(), place.code(), address, place.line(entered.building()),
                    event.eventDate()));
        }
    }

    /** Whoever joins a household lives where it lives, to the letter of its own address. */
    private void joinHousehold(LedgerEvent event, Entry entry, Optional<Address> address) {
        var home = address.orElseThrow(() -> new RuleViolation(ResidentProblem.ENTRY_INCOMPLETE));
        for (var person : entry.persons()) {
            join(entry, person, event);
            store.add(home.sharedBy(person.personId(), event.eventDate()));
        }
    }

    private void join(Entry entry, EntryPerson person, LedgerEvent event) {
        store.add(Membership.join(entry.householdId(), person.personId(), new Relationship(person.relationship()),
                event.eventDate()));
    }

    /** The id of the household's first entered person, for the audit. */
    static UUID firstOf(Entry entry) {
        return entry.persons().get(0).personId();
    }
}

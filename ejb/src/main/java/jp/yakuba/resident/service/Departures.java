package jp.yakuba.resident.service;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.EnterMoveOut;
import jp.yakuba.resident.api.ResidentProblem;
import jp.yakuba.resident.model.Departure;
import jp.yakuba.resident.model.EventReason;
import jp.yakuba.resident.model.LedgerEvent;
import jp.yakuba.resident.model.Membership;
import jp.yakuba.resident.store.LedgerStore;

/** Enters moves out (転出): nothing is taken away, everything of those who leave ends with the day. */
@ApplicationScoped
public class Departures {
    private LedgerStore store;
    private CurrentActor actor;
    private OfficeClock clock;

    protected Departures() {
        // for the container
    }

    @Inject
    public Departures(LedgerStore store, CurrentActor actor, OfficeClock clock) {
        this.store = store;
        this.actor = actor;
        this.clock = clock;
    }

    /** Enters it. Persons and households are locked in one order, so that two departures from a household follow each other. */
    LedgerEvent enter(EnterMoveOut command) {
        if (command.on().isAfter(clock.today())) {
            throw new RuleViolation(ResidentProblem.DAY_DOES_NOT_FIT);
        }
        for (var id : command.persons().stream().sorted().toList()) {
            store.lockPerson(id).orElseThrow(() -> new RuleViolation(ResidentProblem.NO_SUCH_PERSON)).leave(command.on());
            store.presentAddressOf(id).ifPresent(address -> address.end(command.on()));
        }
        var newcomers = new ArrayList<Membership>();
        store.listPresentHouseholdsOf(command.persons()).forEach(household -> newcomers.addAll(leave(household, command)));
        store.write(); // ends before beginnings: one head, and one household for each, at any time
        newcomers.forEach(store::add);
        var event = finalEvent(EventReason.MOVE_OUT, command.causeId(), command, command.persons());
        if (!newcomers.isEmpty()) {
            finalEvent(EventReason.HEAD_CHANGED, null, command, newcomers.stream().map(Membership::personId).toList());
        }
        store.write();
        return event;
    }

    /** Ends the memberships of those who leave the household; returns those of who stays, under the new head. */
    private List<Membership> leave(UUID householdId, EnterMoveOut command) {
        var household = store.lockHousehold(householdId).orElseThrow();
        var members = store.listPresentMemberships(householdId).stream().collect(toMap(Membership::personId, one -> one));
        var departure = new Departure(members.values().stream().collect(toMap(Membership::personId, Membership::relationship)), command.persons());
        var regrouped = departure.regrouped(command.relationships());
        command.persons().stream().map(members::get).filter(one -> one != null).forEach(one -> one.end(command.on()));
        if (departure.emptiesHousehold()) {
            household.dissolve(store.lastDayOf(householdId)); // who left before may have left on a later day
        }
        return regrouped.entrySet().stream().map(one -> members.get(one.getKey()).regroup(one.getValue(), command.on())).toList();
    }

    private LedgerEvent finalEvent(EventReason reason, UUID causeId, EnterMoveOut command, Collection<UUID> persons) {
        var by = actor.get().name();
        var event = LedgerEvent.enter(reason, command.on(), causeId, clock.now(), by);
        event.makeFinal(event.version(), persons, clock.today(), clock.now(), by);
        store.add(event);
        return event;
    }
}

package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.PERSON_NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import jp.yakuba.application.api.CounterPerson;
import jp.yakuba.application.model.CounterPick;
import jp.yakuba.application.store.CounterPickStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.resident.api.ResidentDesk;

/** Lets a clerk put onto a sheet only somebody of the ledger who stood on the clerk's own list of a search with a reason. */
@ApplicationScoped
public class CounterPicks {
    /** Deed under which the ledger writes down everybody on the list of a search. */
    private static final String LISTED = "resident.listed";
    private static final String DEED = "application.counter-pick";
    private static final Duration SEARCH_HOLDS = Duration.ofMinutes(30);

    @Inject
    private CounterPickStore picks;

    @Inject
    private ResidentDesk residents;

    @Inject
    private Prefill prefill;

    @Inject
    private AuditDesk audit;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    CounterPerson pick(UUID personId) {
        var look = audit.findOwnLook(LISTED, personId, clock.now().minus(SEARCH_HOLDS))
                .filter(found -> found.reason() != null && !found.reason().isBlank())
                .orElseThrow(() -> refused(personId, "person", personId));
        var pick = new CounterPick(actor.get().id(), personId, look.entryId(), look.reason(), clock.now());
        picks.add(pick);
        audit.changed(new AuditNote(DEED, personId, "pick", pick.id().toString(), look.reason()));
        return view(pick);
    }

    /** The choice as the sheet shows it, while it still holds. */
    CounterPerson get(UUID pickId, String sheet) {
        return view(picks.find(pickId).filter(pick -> holds(pick, sheet)).orElseThrow(() -> refused(null, "pick", pickId)));
    }

    /** The person with whom the sheet is entered; null if nobody was picked. */
    UUID use(UUID pickId, String sheet) {
        if (pickId == null) {
            return null;
        }
        var pick = picks.lock(pickId).filter(found -> holds(found, sheet)).orElseThrow(() -> refused(null, "pick", pickId));
        pick.use(sheet);
        return pick.personId();
    }

    private boolean holds(CounterPick pick, String sheet) {
        return pick.holdsFor(actor.get().id(), sheet, clock.now());
    }

    private CounterPerson view(CounterPick pick) {
        var household = residents.householdOf(pick.personId(), pick.reason());
        var person = residents.get(pick.personId(), pick.reason());
        return new CounterPerson(
                pick.id(), person.number(), person.name(), person.kana(), person.birthDate(), person.protectedPerson(),
                prefill.atCounter(person.id(), household));
    }

    private RuleViolation refused(UUID person, String type, UUID id) {
        audit.refused(new AuditNote(DEED, person, type, AuditNote.words(id), PERSON_NOT_FOUND.code()));
        return new RuleViolation(PERSON_NOT_FOUND);
    }
}

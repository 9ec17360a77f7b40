package jp.yakuba.document.service.disposal;

import static jp.yakuba.document.api.DocumentProblem.GONE_ALREADY;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_DOSSIER;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_HOLD;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.yakuba.document.api.HoldDesk;
import jp.yakuba.document.api.HoldView;
import jp.yakuba.document.api.PlaceHold;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.model.disposal.RecordHold;
import jp.yakuba.document.service.Reasons;
import jp.yakuba.document.store.disposal.HoldStore;
import jp.yakuba.document.store.filing.FilingPlanStore;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Behind the desk of holds: who keeps the records of a section places and lifts what stops their end. */
@Stateless
@RunAs(Role.DESK)
public class HoldDeskBean implements HoldDesk {
    private static final int MOST = 200;

    private HoldStore store;
    private FilingPlanStore plan;
    private HoldPlaces places;
    private DisposalNotes notes;
    private ShieldedDisposals shielded;

    protected HoldDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public HoldDeskBean(HoldStore store, FilingPlanStore plan, HoldPlaces places, DisposalNotes notes, ShieldedDisposals shielded) {
        this.store = store;
        this.plan = plan;
        this.places = places;
        this.notes = notes;
        this.shielded = shielded;
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER, Role.ARCHIVIST})
    public List<HoldView> listStanding(UUID after, int size) {
        return shielded.holds(store.listStanding(places.reader(), after, Math.min(size, MOST)));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER, Role.ARCHIVIST})
    public List<HoldView> listOf(UUID dossierId) {
        return shielded.holds(store.listOf(dossierId, places.reader()));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER, Role.ARCHIVIST})
    public List<HoldView> listOfRecord(UUID recordId) {
        return shielded.holds(store.listOfRecord(places.requireReadable(recordId), places.reader()));
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public UUID place(PlaceHold command) {
        Reasons.given(command.reason());
        var section = command.recordId() == null ? sectionOf(command.dossierId()) : places.requireKept(command.recordId());
        var hold = RecordHold.placed(command, section, notes.actor(), notes.now(), notes.today());
        var same = store.listStandingBeside(hold).stream().filter(hold::saysTheSameAs).findFirst(); // the form was sent twice
        return same.map(RecordHold::id).orElseGet(() -> add(hold));
    }

    private UUID add(RecordHold hold) {
        store.add(hold);
        note(RecordEventKind.HELD, hold, hold.reference());
        notes.changed("document.hold.place", "hold", hold.id(), hold.reason());
        return hold.id();
    }

    /** The file's row stays locked: whoever destroys it waits and finds the hold, or was first and nothing is left to hold. */
    private String sectionOf(UUID dossierId) {
        var dossier = plan.lock(dossierId).orElseThrow(() -> new RuleViolation(NO_SUCH_DOSSIER));
        places.requireKeeping(dossier.section(), "document.hold.place");
        if (dossier.isGone()) {
            throw new RuleViolation(GONE_ALREADY, dossier.facts().code());
        }
        return dossier.section();
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void lift(UUID holdId, String reason) {
        var why = Reasons.given(reason);
        var hold = store.lock(holdId).orElseThrow(() -> new RuleViolation(NO_SUCH_HOLD));
        places.requireKeeping(hold.section(), "document.hold.lift");
        hold.lift(why, notes.actor(), notes.now());
        note(RecordEventKind.RELEASED, hold, hold.reference());
        notes.changed("document.hold.lift", "hold", holdId, why);
    }

    private void note(RecordEventKind kind, RecordHold hold, String reference) {
        var facts = new TreeMap<String, Object>(Map.of("hold", hold.id(), "hold-ground", hold.ground()));
        if (reference != null) {
            facts.put("reference", reference);
        }
        notes.step(hold.held(), kind, facts);
    }
}

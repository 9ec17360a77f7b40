package jp.yakuba.resident.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.yakuba.resident.api.MoveInView;
import jp.yakuba.resident.api.PersonLine;
import jp.yakuba.resident.model.Entry;
import jp.yakuba.resident.model.EntryPerson;
import jp.yakuba.resident.model.EventState;
import jp.yakuba.resident.model.LedgerEvent;
import jp.yakuba.resident.store.LedgerReader;
import jp.yakuba.resident.store.LedgerStore;

/** Shows an entry; once it is final, members and addresses come from the ledger itself, shielded as everywhere. */
@ApplicationScoped
public class MoveInViews {
    private LedgerStore store;
    private LedgerReader ledger;
    private Readers readers;

    protected MoveInViews() {
        // for the container
    }

    @Inject
    public MoveInViews(LedgerStore store, LedgerReader ledger, Readers readers) {
        this.store = store;
        this.ledger = ledger;
        this.readers = readers;
    }

    /** The view of an event that is a move. */
    public MoveInView of(LedgerEvent event) {
        var entry = store.entryOf(event.id());
        var members = entry.persons().stream().map(person -> line(event, entry, person)).toList();
        var shielded = members.stream().anyMatch(PersonLine::protectedPerson);
        var address = shielded ? members.get(0).address() : entry.address().words();
        return new MoveInView(event.id(), event.version(), event.state().name(), event.causeId(), event.eventDate(), address,
                shielded ? null : entry.previousAddress(), members, entry.joinsHead(),
                entry.joins() && entry.householdId() != null ? store.numberOfHousehold(entry.householdId()) : null, entry.protectionAsked(),
                entry.protectionAnswered());
    }

    private PersonLine line(LedgerEvent event, Entry entry, EntryPerson person) {
        if (event.state() == EventState.FINAL) {
            return ledger.find(person.personId(), readers.present()).map(LedgerReader::line).orElseThrow();
        }
        return new PersonLine(person.personId(), null, person.name(), person.kana(), person.birthDate(), person.sex(),
                entry.address().words(), false, false);
    }
}

package jp.yakuba.resident.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.resident.api.EntryDesk;
import jp.yakuba.resident.api.EntryLine;
import jp.yakuba.resident.model.EntryInspection;
import jp.yakuba.resident.model.EntryPerson;
import jp.yakuba.resident.model.LedgerEvent;
import jp.yakuba.resident.store.LedgerStore;

/** Lays the waiting entries out, each inspected anew; whoever looks is written down for each of them. */
@Stateless
@RunAs(Role.DESK)
public class EntryDeskBean implements EntryDesk {
    private LedgerStore store;
    private Entries entries;
    private AuditDesk audit;

    protected EntryDeskBean() {
        // for the container
    }

    @Inject
    public EntryDeskBean(LedgerStore store, Entries entries, AuditDesk audit) {
        this.store = store;
        this.entries = entries;
        this.audit = audit;
    }

    @Override
    @RolesAllowed(Role.REGISTRAR)
    public Page<EntryLine> listWaiting(PageRequest page) {
        var lines = store.listProvisional(page).stream().map(this::line).toList();
        lines.forEach(line -> audit.looked(
                new AuditNote("resident.view-entry", null, "ledger-event", line.eventId().toString(), "list")));
        return new Page<>(lines, store.countProvisional(), page);
    }

    private EntryLine line(LedgerEvent event) {
        var names = store.entryOf(event.id()).persons().stream().map(EntryPerson::name).toList();
        var obstacles = entries.inspect(event);
        return new EntryLine(event.id(), event.version(), event.reason().words(), event.eventDate(), event.enteredAt(),
                event.enteredBy(), event.causeId(), names, obstacles,
                obstacles.stream().anyMatch(code -> !EntryInspection.mayStand(code)));
    }
}

package jp.yakuba.document.service;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_RECORD;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_SECTION;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.DispatchRecord;
import jp.yakuba.document.api.DocumentDesk;
import jp.yakuba.document.api.ReceiveRecord;
import jp.yakuba.document.api.RecordView;
import jp.yakuba.document.model.Direction;
import jp.yakuba.document.model.NumberedRecord;
import jp.yakuba.document.model.RecordNumber;
import jp.yakuba.document.store.RecordStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;

/** The records desk: numbers in one unbroken series for each section, direction and fiscal year. */
@Stateless
@RunAs(Role.DESK)
public class DocumentDeskBean implements DocumentDesk {
    private RecordStore store;
    private OrganizationDesk organization;
    private AuditDesk audit;
    private OfficeClock clock;

    protected DocumentDeskBean() {
        // for the container
    }

    @Inject
    public DocumentDeskBean(RecordStore store, OrganizationDesk organization, AuditDesk audit, OfficeClock clock) {
        this.store = store;
        this.organization = organization;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.DESK)
    public RecordView receive(ReceiveRecord command) {
        return store.findByCause(Direction.IN, command.causeType(), command.causeId())
                .orElseGet(() -> keep(NumberedRecord.received(
                        command, nextNumber(Direction.IN, command.section()), clock.now()), "document.receive"))
                .view();
    }

    @Override
    @RolesAllowed(Role.DESK)
    public RecordView dispatch(DispatchRecord command) {
        return store.findByCause(Direction.OUT, command.causeType(), command.causeId())
                .orElseGet(() -> keep(NumberedRecord.dispatched(
                        command, nextNumber(Direction.OUT, command.section()), clock.now()), "document.dispatch"))
                .view();
    }

    @Override
    @RolesAllowed({Role.DESK, Role.STAFF})
    public RecordView get(UUID recordId) {
        return store.find(recordId).orElseThrow(() -> new RuleViolation(NO_SUCH_RECORD)).view();
    }

    private NumberedRecord keep(NumberedRecord numbered, String deed) {
        store.add(numbered);
        audit.changed(new AuditNote(deed, null, "record", numbered.id().toString(), numbered.view().number()));
        return numbered;
    }

    private RecordNumber nextNumber(Direction direction, String section) {
        var today = clock.today();
        var letter = organization.findSection(section, today)
                .orElseThrow(() -> new RuleViolation(NO_SUCH_SECTION, section))
                .letter();
        var town = organization.town().letter();
        var letters = letter.startsWith(town) ? letter : town + letter;
        int year = RecordNumber.fiscalYearOf(today);
        return new RecordNumber(direction, section, letters, year, store.next(direction, section, year));
    }
}

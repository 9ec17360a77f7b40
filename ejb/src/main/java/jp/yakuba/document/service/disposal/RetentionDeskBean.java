package jp.yakuba.document.service.disposal;

import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_DOSSIER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.document.api.CalendarLine;
import jp.yakuba.document.api.CalendarYear;
import jp.yakuba.document.api.DossierView;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RetentionDesk;
import jp.yakuba.document.model.disposal.DisposalHand;
import jp.yakuba.document.service.OwnReach;
import jp.yakuba.document.service.Reasons;
import jp.yakuba.document.store.disposal.CalendarStore;
import jp.yakuba.document.store.filing.FilingPlanStore;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;

/** Behind the desk of periods: everybody of the office reads the calendar, those who keep a section's records extend. */
@Stateless
@RunAs(Role.DESK)
public class RetentionDeskBean implements RetentionDesk {
    private static final int MOST = 200;
    private static final int YEARS = 40;

    private CalendarStore store;
    private FilingPlanStore plan;
    private FilingDesk filing;
    private CalendarTable table;
    private OwnReach reach;
    private DisposalNotes notes;

    protected RetentionDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public RetentionDeskBean(
            CalendarStore store, FilingPlanStore plan, FilingDesk filing, CalendarTable table, OwnReach reach, DisposalNotes notes) {
        this.store = store;
        this.plan = plan;
        this.filing = filing;
        this.table = table;
        this.reach = reach;
        this.notes = notes;
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER, Role.ARCHIVIST})
    public List<CalendarYear> years(String section) {
        int present = thisYear();
        return store.years(reach.within(section), new CalendarStore.Span(null, new FiscalYear(present + YEARS).lastDay()), present);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER, Role.ARCHIVIST})
    public List<CalendarLine> calendar(String section, int fiscalYear, UUID after, int size) {
        return store.list(reach.within(section), span(fiscalYear), after, Math.min(size, MOST));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER, Role.ARCHIVIST})
    public void export(String section, int fiscalYear, Writer out) {
        var span = span(fiscalYear);
        var within = reach.within(section);
        table.write(after -> store.list(within, span, after, MOST), out);
    }

    /** The days of the year; under the present year also what is over since long. */
    private CalendarStore.Span span(int fiscalYear) {
        var year = new FiscalYear(fiscalYear);
        return new CalendarStore.Span(fiscalYear == thisYear() ? null : year.firstDay(), year.lastDay());
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public DossierView extend(UUID dossierId, long version, int years, String reason) {
        var why = Reasons.given(reason);
        var dossier = plan.lock(dossierId).orElseThrow(() -> new RuleViolation(NO_SUCH_DOSSIER));
        reach.requireKeeping(dossier.section(), "document.retention.extend");
        dossier.expect(version);
        var before = dossier.retentionUntil();
        var until = dossier.extend(years);
        store.addExtension(dossierId, before, until, why, DisposalHand.of(notes.actor(), notes.now()));
        plan.write();
        notes.step(dossierId, RecordEventKind.EXTENDED, Map.of("until", until, "reason", why));
        notes.changed("document.retention.extend", "dossier", dossierId, why);
        return filing.get(dossierId);
    }

    private int thisYear() {
        return FiscalYear.of(notes.today()).year();
    }
}

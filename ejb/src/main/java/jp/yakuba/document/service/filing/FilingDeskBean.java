package jp.yakuba.document.service.filing;

import static jp.yakuba.document.api.DocumentProblem.CLOSED_FOR_YOU;
import static jp.yakuba.document.api.DocumentProblem.DOSSIER_UNFINISHED;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_CLASS;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_DOSSIER;
import static jp.yakuba.document.api.DocumentProblem.YEAR_AHEAD;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Reader;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.yakuba.document.api.CarryOver;
import jp.yakuba.document.api.DossierFacts;
import jp.yakuba.document.api.DossierView;
import jp.yakuba.document.api.FileClassView;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.FilingPlan;
import jp.yakuba.document.api.PlanImport;
import jp.yakuba.document.api.RecordEventLine;
import jp.yakuba.document.model.filing.Dossier;
import jp.yakuba.document.model.filing.FileClass;
import jp.yakuba.document.service.OwnReach;
import jp.yakuba.document.service.Reasons;
import jp.yakuba.document.store.filing.FilingPlanStore;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.SectionView;

/** Behind the filing desk: everybody of the office reads plans, those who keep a section's records change its plan. */
@Stateless
@RunAs(Role.DESK)
public class FilingDeskBean implements FilingDesk {
    private FilingPlanStore store;
    private PlanViews views;
    private PlanParts parts;
    private OwnReach reach;
    private OrganizationDesk organization;
    private OfficeClock clock;

    protected FilingDeskBean() {
        // for the container
    }

    /** For the container. */
    @Inject
    public FilingDeskBean(
            FilingPlanStore store, PlanViews views, PlanParts parts, OwnReach reach, OrganizationDesk organization, OfficeClock clock) {
        this.store = store;
        this.views = views;
        this.parts = parts;
        this.reach = reach;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER, Role.DESK})
    public FilingPlan plan(String section, int fiscalYear) {
        var within = reach.within(section);
        var classes = new TreeMap<String, FileClassView>();
        within.forEach(keeper -> store.listClasses(List.of(keeper), fiscalYear).stream()
                .map(FileClass::view).forEach(view -> classes.putIfAbsent(view.code(), view)));
        return new FilingPlan(section, fiscalYear, List.copyOf(classes.values()), views.of(store.listOf(within, fiscalYear)),
                reach.keeps(section));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER, Role.DESK})
    public List<Integer> listYears() {
        return store.listYears();
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER, Role.DESK})
    public DossierView get(UUID dossierId) {
        return views.of(dossier(dossierId));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public List<RecordEventLine> listHistory(UUID dossierId) {
        return reach.reads(dossier(dossierId).section()) ? views.history(dossierId) : List.of();
    }

    private Dossier dossier(UUID id) {
        return store.find(id).orElseThrow(() -> new RuleViolation(NO_SUCH_DOSSIER));
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER, Role.DESK})
    public List<DossierView> listOpen(String section) {
        return views.of(store.listOf(reach.withinPresent(section), thisYear()).stream().filter(Dossier::isOpen).toList());
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER, Role.DESK})
    public Optional<DossierView> findFor(String section, String matter) {
        return store.findFor(reach.withinPresent(section), thisYear(), matter).flatMap(store::find).map(views::of);
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void name(String section, int fiscalYear, String code, String name) {
        parts.requireSection(section, fiscalYear);
        reach.requireKeeping(section, "document.filing.class");
        var parent = FileClass.parentOf(code);
        if (parent != null && store.findClass(section, fiscalYear, parent).isEmpty()) {
            throw new RuleViolation(NO_SUCH_CLASS, parent);
        }
        store.findClass(section, fiscalYear, code).ifPresentOrElse(
                there -> there.rename(name), () -> store.add(FileClass.named(section, fiscalYear, code, name)));
        parts.changed("document.filing.class", "class", section + ' ' + fiscalYear + ' ' + code, name);
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public UUID open(String section, int fiscalYear, DossierFacts facts) {
        parts.requireSection(section, fiscalYear);
        reach.requireKeeping(section, "document.filing.open");
        parts.requireFitting(section, fiscalYear, facts, null);
        var id = parts.open(Dossier.open(section, new FiscalYear(fiscalYear), facts));
        parts.changed("document.filing.open", "dossier", id.toString(), facts.code());
        return id;
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void amend(UUID dossierId, long version, DossierFacts facts) {
        var dossier = kept(dossierId, version, "document.filing.amend");
        if (!dossier.isOpen() && !reach.isWholeOffice()) {
            throw new RuleViolation(CLOSED_FOR_YOU);
        }
        parts.requireFitting(dossier.section(), dossier.fiscalYear(), facts, dossierId);
        parts.amend(dossier, facts);
        parts.changed("document.filing.amend", "dossier", dossierId.toString(), facts.code());
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public DossierView close(UUID dossierId, long version) {
        var dossier = kept(dossierId, version, "document.filing.close");
        var contents = store.contentsOf(dossierId);
        if (contents.unfinished() > 0) {
            throw new RuleViolation(DOSSIER_UNFINISHED, contents.unfinished());
        }
        parts.close(dossier);
        parts.changed("document.filing.close", "dossier", dossierId.toString(), dossier.facts().code());
        return dossier.view(contents.records(), 0);
    }

    @Override
    @RolesAllowed(Role.RECORDS_MANAGER)
    public void reopen(UUID dossierId, long version, String reason) {
        var why = Reasons.required(reason);
        parts.reopen(kept(dossierId, version, "document.filing.reopen"), why);
        parts.changed("document.filing.reopen", "dossier", dossierId.toString(), why);
    }

    @Override
    @RolesAllowed({Role.STAFF, Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public void export(String section, int fiscalYear, Writer out) {
        var sections = organization.listSections(clock.today()).stream()
                .collect(Collectors.toMap(SectionView::code, SectionView::name, (one, other) -> one));
        parts.write(section == null ? sections.keySet() : List.of(section), fiscalYear, sections, out);
    }

    @Override
    @RolesAllowed({Role.RECORDS_OFFICER, Role.RECORDS_MANAGER})
    public PlanImport take(Reader csv, boolean onlyLook) {
        var sections = organization.listSections(clock.today()).stream().map(SectionView::code).collect(Collectors.toSet());
        var taken = parts.take(csv, row -> parts.faultOf(row, sections, reach), onlyLook);
        if (taken.holds() && !onlyLook) {
            parts.changed("document.filing.import", "filing-plan", "csv", taken.added() + " + " + taken.changed());
        }
        return taken;
    }

    @Override
    @RolesAllowed({Role.RECORDS_MANAGER, Role.DESK})
    public CarryOver carryOver(int fiscalYear) {
        if (fiscalYear > thisYear() + 1) {
            throw new RuleViolation(YEAR_AHEAD, new FiscalYear(fiscalYear).toString());
        }
        var carried = parts.carryOver(fiscalYear);
        if (carried.done()) {
            parts.changed("document.filing.carry-over", "filing-plan", String.valueOf(fiscalYear), carried.opened() + " files");
        }
        return carried;
    }

    private Dossier kept(UUID dossierId, long version, String deed) {
        var dossier = store.lock(dossierId).orElseThrow(() -> new RuleViolation(NO_SUCH_DOSSIER));
        reach.requireKeeping(dossier.section(), deed);
        dossier.expect(version);
        return dossier;
    }

    private int thisYear() {
        return FiscalYear.of(clock.today()).year();
    }
}

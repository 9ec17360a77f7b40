package jp.yakuba.document.service.filing;

import static jp.yakuba.document.api.DocumentProblem.DOSSIER_NUMBER_TAKEN;
import static jp.yakuba.document.api.DocumentProblem.FACTS_INCOMPLETE;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_CLASS;
import static jp.yakuba.document.api.DocumentProblem.NO_SUCH_SECTION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Reader;
import java.io.Writer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.document.api.CarryOver;
import jp.yakuba.document.api.DossierFacts;
import jp.yakuba.document.api.DossierView;
import jp.yakuba.document.api.PlanImport;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.model.filing.Dossier;
import jp.yakuba.document.model.filing.DossierRule;
import jp.yakuba.document.model.filing.PlanRow;
import jp.yakuba.document.service.OwnReach;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.store.filing.FilingPlanStore;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;

/** What the filing desk does once it knows that it may: opening, changing and closing files, whole tables, years. */
@ApplicationScoped
public class PlanParts {
    @Inject
    private FilingPlanStore store;

    @Inject
    private PlanViews views;

    @Inject
    private PlanTable table;

    @Inject
    private PlanIntake intake;

    @Inject
    private YearTurn turn;

    @Inject
    private RecordHistory history;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private AuditDesk audit;

    void changed(String deed, String type, String id, String reason) {
        audit.changed(new AuditNote(deed, null, type, id, reason));
    }

    /** Refuses a section that the office does not have at the end of the year. */
    void requireSection(String section, int fiscalYear) {
        if (organization.findSection(section, new FiscalYear(fiscalYear).lastDay()).isEmpty()) {
            throw new RuleViolation(NO_SUCH_SECTION, section);
        }
    }

    /** Refuses facts that contradict themselves, name no class, or whose number another file has; {@code self} may keep its own. */
    void requireFitting(String section, int fiscalYear, DossierFacts facts, UUID self) {
        DossierRule.faults(facts).stream().findFirst().ifPresent(fault -> {
            throw new RuleViolation(FACTS_INCOMPLETE, fault.column().head());
        });
        if (!facts.classCode().matches("[^-]+-[^-]+-[^-]+") || store.findClass(section, fiscalYear, facts.classCode()).isEmpty()) {
            throw new RuleViolation(NO_SUCH_CLASS, facts.classCode());
        }
        store.findByCode(section, fiscalYear, facts.classCode(), facts.number())
                .filter(other -> !other.id().equals(self))
                .ifPresent(other -> {
                    throw new RuleViolation(DOSSIER_NUMBER_TAKEN, facts.code(), other.facts().title());
                });
    }

    UUID open(Dossier dossier) {
        return intake.open(dossier, null);
    }

    void amend(Dossier dossier, DossierFacts facts) {
        intake.amend(dossier, facts);
        store.write();
    }

    void close(Dossier dossier) {
        turn.close(dossier);
        store.write();
    }

    void reopen(Dossier dossier, String reason) {
        dossier.reopen();
        history.note(dossier.id(), RecordEventKind.REOPENED, Map.of("code", dossier.facts().code(), "reason", reason));
        store.write();
    }

    CarryOver carryOver(int fiscalYear) {
        return turn.carryOver(fiscalYear);
    }

    PlanImport take(Reader csv, PlanIntake.Judge judge, boolean onlyLook) {
        return intake.take(table.read(csv), judge, onlyLook);
    }

    /** What is wrong with the section of a line for this actor; null if nothing. */
    String faultOf(PlanRow row, Set<String> sections, OwnReach reach) {
        if (!sections.contains(row.section())) {
            return "no-section";
        }
        return reach.keeps(row.section()) ? null : "not-yours";
    }

    void write(Collection<String> sections, int fiscalYear, Map<String, String> sectionNames, Writer out) {
        var dossiers = views.of(store.listOf(sections, fiscalYear));
        var classes = new HashMap<String, String>();
        dossiers.stream().map(DossierView::fiscalYear).distinct().forEach(year -> store.listClasses(sections, year).forEach(
                one -> classes.put(one.place().section() + ' ' + year + ' ' + one.place().code(), one.name())));
        table.write(dossiers, classes, sectionNames, out);
    }
}

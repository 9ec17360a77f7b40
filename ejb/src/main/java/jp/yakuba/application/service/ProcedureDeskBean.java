package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.CHANGED_MEANWHILE;
import static jp.yakuba.application.api.ApplicationProblem.NO_SUCH_PROCEDURE;
import static jp.yakuba.application.api.ApplicationProblem.PROCEDURE_FAULTY;
import static jp.yakuba.application.api.ApplicationProblem.STATE_FORBIDS;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.application.api.FormFault;
import jp.yakuba.application.api.ProcedureDesk;
import jp.yakuba.application.api.ProcedureVersion;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.model.FormVersion;
import jp.yakuba.application.model.Procedure;
import jp.yakuba.application.model.Procedure.Source;
import jp.yakuba.application.model.form.ProcedureInspection;
import jp.yakuba.application.model.form.ProcedureFile;
import jp.yakuba.application.store.FormStore;
import jp.yakuba.application.store.ProcedureStore;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.search.api.SearchDesk;

/** Keeps the versions of procedures in a row without gaps made by mistake; what has been in force is never rewritten. */
@Stateless
@RunAs(Role.DESK)
public class ProcedureDeskBean implements ProcedureDesk {
    /** Procedures begun here stand behind those that the town's files bring. */
    private static final int LAST = 100_000;

    private ProcedureStore store;
    private FormStore forms;
    private CatalogueShelf shelf;
    private OrganizationDesk organization;
    private SearchDesk search;
    private AuditDesk audit;
    private CurrentActor actor;
    private OfficeClock clock;

    protected ProcedureDeskBean() {
        // for the container
    }

    @Inject
    public ProcedureDeskBean(ProcedureStore store, FormStore forms, CatalogueShelf shelf, OrganizationDesk organization, SearchDesk search,
            AuditDesk audit, CurrentActor actor, OfficeClock clock) {
        this.store = store;
        this.forms = forms;
        this.shelf = shelf;
        this.organization = organization;
        this.search = search;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public List<ProcedureVersion> listVersions(String code) {
        return store.listVersions(code).stream().map(procedure -> procedure.versionOn(clock.today())).toList();
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public void plan(ProcedureView facts, long seen) {
        mustBeSound(inspect(facts));
        store.lockForLoading();
        var versions = store.listVersions(facts.code());
        if (versions.isEmpty()) {
            throw new RuleViolation(NO_SUCH_PROCEDURE, facts.code());
        }
        var source = new Source(versions.get(0).position(), null, clock.now(), actor.get().name());
        var same = versions.stream().filter(other -> other.validFrom().equals(facts.validFrom())).findFirst();
        if (same.isPresent()) {
            same.get().expect(seen);
            same.get().rewrite(beforeLater(facts, versions), source);
        } else {
            endThoseBefore(facts, versions);
            store.add(Procedure.entered(beforeLater(facts, versions), source));
        }
        search.put(ProcedureLoader.entry(facts));
        changed("procedure.plan", facts.code(), facts.validFrom());
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public ProcedureView blank() {
        var today = clock.today();
        return ProcedureView.blank(organization.listSections(today).get(0).code(), today);
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public void begin(ProcedureView facts) {
        store.lockForLoading();
        mustBeSound(inspectNew(facts));
        store.add(Procedure.entered(facts, new Source(LAST, null, clock.now(), actor.get().name())));
        search.put(ProcedureLoader.entry(facts));
        changed("procedure.begin", facts.code(), facts.validFrom());
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public List<FormFault> inspectNew(ProcedureView facts) {
        var from = facts.validFrom() == null ? clock.today() : facts.validFrom();
        boolean taken = !store.listVersions(facts.code()).isEmpty();
        boolean decided = organization.listMatters(from).stream().anyMatch(matter -> matter.code().equals(facts.matter()));
        return Stream.concat(ProcedureInspection.ofNew(facts, taken, decided).stream(), inspect(facts).stream()).toList();
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public void end(String code, LocalDate validFrom, LocalDate lastDay, long seen) {
        var procedure = find(code, validFrom);
        procedure.expect(seen);
        if (lastDay != null && (lastDay.isBefore(clock.today()) || lastDay.isBefore(validFrom))) {
            throw new RuleViolation(PROCEDURE_FAULTY, new FormFault("validUntil", "最後の日は今日から後の日にしてください。").line());
        }
        procedure.endOn(lastDay);
        changed("procedure.end", code, validFrom);
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public void takeBack(String code, LocalDate validFrom, long seen) {
        var planned = find(code, validFrom);
        planned.expect(seen);
        if (!validFrom.isAfter(clock.today())) {
            throw new RuleViolation(STATE_FORBIDS, code);
        }
        var last = planned.view().validUntil();
        store.remove(planned);
        store.listVersions(code).stream()
                .filter(other -> validFrom.minusDays(1).equals(other.view().validUntil()))
                .findFirst()
                .ifPresent(before -> before.endOn(last));
        changed("procedure.take-back", code, validFrom);
    }

    @Override
    @RolesAllowed({Role.AUTHOR, Role.DESK})
    public String export(String code, LocalDate validFrom) {
        return ProcedureFile.write(find(code, validFrom).view());
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public ProcedureView read(String code, String file) {
        var facts = ProcedureFile.read(file);
        if (!facts.code().equals(code)) {
            throw new RuleViolation(PROCEDURE_FAULTY, new FormFault("code", "手続きの記号は「" + code + "」にしてください。").line());
        }
        return facts;
    }

    @Override
    @RolesAllowed(Role.AUTHOR)
    public List<FormFault> inspect(ProcedureView facts) {
        var from = facts.validFrom() == null ? clock.today() : facts.validFrom();
        var section = organization.findSection(facts.section(), from);
        boolean asked = forms.find(facts.code(), FormVersion.State.PUBLISHED).isPresent();
        return ProcedureInspection.of(facts, section.isPresent(), asked, clock.today());
    }

    private static void mustBeSound(List<FormFault> faults) {
        if (!faults.isEmpty()) {
            throw new RuleViolation(PROCEDURE_FAULTY, faults.stream().map(FormFault::line).collect(Collectors.joining("\n")));
        }
    }

    private void endThoseBefore(ProcedureView facts, List<Procedure> versions) {
        versions.stream()
                .filter(other -> other.validFrom().isBefore(facts.validFrom()))
                .filter(other -> other.view().validUntil() == null || !other.view().validUntil().isBefore(facts.validFrom()))
                .forEach(other -> other.endOn(facts.validFrom().minusDays(1)));
        store.write();
    }

    private static ProcedureView beforeLater(ProcedureView facts, List<Procedure> versions) {
        return versions.stream()
                .map(Procedure::validFrom)
                .filter(day -> day.isAfter(facts.validFrom()))
                .min(LocalDate::compareTo)
                .filter(day -> facts.validUntil() == null || !facts.validUntil().isBefore(day))
                .map(day -> facts.until(day.minusDays(1)))
                .orElse(facts);
    }

    private Procedure find(String code, LocalDate validFrom) {
        return store.findBeginning(code, validFrom).orElseThrow(() -> new RuleViolation(NO_SUCH_PROCEDURE, code));
    }

    private void changed(String deed, String code, LocalDate from) {
        store.write();
        shelf.forget();
        audit.changed(new AuditNote(deed, null, "procedure", code + "/" + from, null));
    }
}

package jp.yakuba.organization.service;

import static jp.yakuba.organization.api.OrganizationProblem.PLAN_FROM_PAST;
import static jp.yakuba.organization.api.OrganizationProblem.PLAN_IN_USE;
import static jp.yakuba.organization.api.OrganizationProblem.NO_SUCH_PLAN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.ReorganisationDesk;
import jp.yakuba.organization.api.ReorganisationImport;
import jp.yakuba.organization.api.ReorganisationView;
import jp.yakuba.organization.api.SuccessionTerms;
import jp.yakuba.organization.model.ReorganisationFile;
import jp.yakuba.organization.model.ReorganisationPlan;
import jp.yakuba.organization.model.ReorganisationPlan.Opened;
import jp.yakuba.organization.store.ReorganisationStore;

/** Behind the desk of reorganisations. */
@Stateless
@RunAs(Role.DESK)
public class ReorganisationDeskBean implements ReorganisationDesk {
    private ReorganisationStore store;
    private PlanBook book;
    private AuditDesk audit;
    private OfficeClock clock;
    private Event<ChartChanged> changes;

    protected ReorganisationDeskBean() {
        // for the container
    }

    @Inject
    public ReorganisationDeskBean(
            ReorganisationStore store, PlanBook book, AuditDesk audit, OfficeClock clock, Event<ChartChanged> changes) {
        this.store = store;
        this.book = book;
        this.audit = audit;
        this.clock = clock;
        this.changes = changes;
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public List<ReorganisationView> list() {
        return book.list(clock.today());
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public List<SuccessionTerms> listLines(LocalDate day) {
        return book.lines(day);
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public ReorganisationImport add(List<SuccessionTerms> lines, LocalDate day) {
        requireAhead(day);
        store.lock();
        var all = new ArrayList<>(book.lines(day));
        int known = all.size();
        all.addAll(lines);
        var plan = new ReorganisationPlan(store.chart(), day, all);
        var faults = plan.faults();
        if (!faults.isEmpty()) {
            return ReorganisationImport.refused(faults.stream().map(fault -> PlanBook.movedUp(fault, known)).toList());
        }
        return write(plan, day, "organization.reorganisation.plan");
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public void takeBack(LocalDate day) {
        requireAhead(day);
        store.lock();
        if (book.lines(day).isEmpty()) {
            throw new RuleViolation(NO_SUCH_PLAN, day);
        }
        write(new ReorganisationPlan(store.chart(), day, List.of()), day, "organization.reorganisation.take-back");
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public String exportCsv(LocalDate day) {
        return ReorganisationFile.write(book.lines(day));
    }

    @Override
    @RolesAllowed(Role.PERSONNEL)
    public ReorganisationImport importCsv(String csv, LocalDate day, boolean really) {
        requireAhead(day);
        store.lock();
        var file = ReorganisationFile.read(csv);
        var plan = new ReorganisationPlan(store.chart(), day, file.lines());
        var faults = file.faults(plan);
        if (!faults.isEmpty()) {
            return ReorganisationImport.refused(faults);
        }
        return really ? write(plan, day, "organization.reorganisation.import") : summary(plan.withPosts());
    }

    private ReorganisationImport write(ReorganisationPlan plan, LocalDate day, String deed) {
        if (!book.write(plan.withPosts(), day)) {
            throw new RuleViolation(PLAN_IN_USE, day);
        }
        audit.changed(new AuditNote(deed, null, "reorganisation", day.toString(), plan.sectionSteps().stream()
                .map(step -> step.from() + ">" + step.to()).collect(Collectors.joining(" "))));
        changes.fire(new ChartChanged());
        return summary(plan);
    }

    private static ReorganisationImport summary(ReorganisationPlan plan) {
        return new ReorganisationImport(plan.endedNames(),
                plan.opened().stream().map(Opened::view).map(view -> view.name()).toList(), plan.postSteps().size(), List.of());
    }

    /** What has begun is history. */
    private void requireAhead(LocalDate day) {
        if (!day.isAfter(clock.today())) {
            throw new RuleViolation(PLAN_FROM_PAST, day);
        }
    }
}

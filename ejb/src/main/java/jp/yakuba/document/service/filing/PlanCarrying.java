package jp.yakuba.document.service.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.yakuba.document.model.filing.Dossier;
import jp.yakuba.document.model.filing.FileClass;
import jp.yakuba.document.model.filing.MergedPlan;
import jp.yakuba.document.store.filing.FilingPlanStore;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.SectionView;

/**
 * Carries the plans of a year over to the next: each goes to its section or, if that was reorganised, to the one that mainly took
 * over, where it finds its place among what is there. What belongs to nobody any more is left and named.
 */
@ApplicationScoped
public class PlanCarrying {
    @Inject
    private FilingPlanStore store;

    @Inject
    private PlanIntake intake;

    @Inject
    private OrganizationDesk organization;

    /** How many files were opened, and the codes of sections whose plan belongs to nobody. */
    record Carried(int opened, List<String> left) {}

    Carried carry(FiscalYear year) {
        var work = new Work(year);
        work.carryClasses();
        store.write();
        work.carryDossiers();
        store.write();
        return new Carried(work.opened, List.copyOf(work.left));
    }

    /** One year's carrying over. */
    private final class Work {
        private final FiscalYear year;
        private final Set<String> left = new TreeSet<>();
        private final Map<String, Optional<String>> keepers = new HashMap<>();
        private final Map<String, MergedPlan> plans = new HashMap<>();
        private final Set<String> made = new HashSet<>();
        private int opened;

        private Work(FiscalYear year) {
            this.year = year;
        }

        private void carryClasses() {
            store.listClasses(year.year()).forEach(there -> {
                made.add(there.place().section() + ' ' + there.place().code());
                plan(there.place().section()).has(there.place().code(), there.name());
            });
            var before = store.listClasses(year.year() - 1);
            before.stream().filter(old -> isOwn(old.place().section())).forEach(this::carryOwn);
            before.stream().filter(old -> !isOwn(old.place().section())).forEach(this::carryToHeir);
        }

        private void carryOwn(FileClass old) {
            plan(old.place().section()).has(old.place().code(), old.name());
            add(old.place().section(), old.place().code(), old.name());
        }

        private void carryToHeir(FileClass old) {
            keeper(old.place().section()).ifPresentOrElse(
                    heir -> add(heir, plan(heir).placeOf(old.place().section(), old.place().code(), old.name()), old.name()),
                    () -> left.add(old.place().section()));
        }

        private void add(String section, String code, String name) {
            if (made.add(section + ' ' + code)) {
                store.add(FileClass.named(section, year.year(), code, name));
            }
        }

        private void carryDossiers() {
            var known = new HashSet<String>();
            store.listOpenedFor(year.year()).forEach(there -> {
                known.add(there.section() + ' ' + there.facts().code());
                plan(there.section()).has(there.facts().classCode(), there.facts().number(), there.facts().matters());
            });
            var before = new ArrayList<>(store.listOpenedFor(year.year() - 1));
            before.removeIf(Dossier::isStanding);
            before.stream().filter(old -> isOwn(old.section()))
                    .filter(old -> known.add(old.section() + ' ' + old.facts().code()))
                    .forEach(this::openOwn);
            before.stream().filter(old -> !isOwn(old.section())).forEach(this::openAtHeir);
        }

        private void openOwn(Dossier old) {
            var facts = old.facts();
            plan(old.section()).has(facts.classCode(), facts.number(), facts.matters());
            open(old, old.carriedTo(old.section(), year));
        }

        private void openAtHeir(Dossier old) {
            keeper(old.section()).ifPresentOrElse(heir -> openAt(heir, old), () -> left.add(old.section()));
        }

        private void openAt(String heir, Dossier old) {
            var facts = old.facts();
            var place = plan(heir);
            var code = place.movedTo(old.section(), facts.classCode());
            open(old, old.carriedTo(heir, year,
                    facts.at(code, place.numberFor(code, facts.number()), place.mattersFor(facts.matters()))));
        }

        private void open(Dossier old, Dossier next) {
            intake.open(next, old.id());
            opened++;
        }

        private boolean isOwn(String section) {
            return keeper(section).filter(section::equals).isPresent();
        }

        private Optional<String> keeper(String section) {
            return keepers.computeIfAbsent(section, one -> organization.successorsOf(one, year.firstDay()).stream()
                    .map(SectionView::code).findFirst());
        }

        private MergedPlan plan(String section) {
            return plans.computeIfAbsent(section, one -> new MergedPlan());
        }
    }
}

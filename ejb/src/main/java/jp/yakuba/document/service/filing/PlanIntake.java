package jp.yakuba.document.service.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.yakuba.document.api.DossierFacts;
import jp.yakuba.document.api.PlanImport;
import jp.yakuba.document.api.PlanImport.Fault;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.model.filing.Dossier;
import jp.yakuba.document.model.filing.FileClass;
import jp.yakuba.document.model.filing.PlanColumn;
import jp.yakuba.document.model.filing.PlanRow;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.store.filing.FilingPlanStore;
import jp.yakuba.kernel.FiscalYear;

/** Takes lines of a filing plan in: all of them, or none. */
@ApplicationScoped
public class PlanIntake {
    @Inject
    private FilingPlanStore store;

    @Inject
    private RecordHistory history;

    /** What is wrong with a line beyond itself, such as a section that is not the actor's; null if nothing. */
    @FunctionalInterface
    interface Judge {
        String faultOf(PlanRow row);
    }

    /** Looks what the lines would do, and does it unless one is faulty or it is only a look. */
    PlanImport take(PlanTable.Read read, Judge judge, boolean onlyLook) {
        var faults = new ArrayList<>(read.faults());
        read.rows().stream().filter(row -> row.faults().isEmpty()).forEach(row -> {
            var wrong = judge.faultOf(row);
            if (wrong != null) {
                row.fault(PlanColumn.SECTION, wrong);
                faults.addAll(row.faults());
            }
        });
        if (faults.isEmpty() && read.rows().isEmpty()) {
            faults.add(new Fault(1, null, "nothing", null));
        }
        return faults.isEmpty() ? take(read.rows(), onlyLook) : new PlanImport(0, 0, 0, List.copyOf(faults));
    }

    private PlanImport take(List<PlanRow> rows, boolean onlyLook) {
        var work = rows.stream().map(row -> new Work(row, store.findByCode(
                row.section(), row.year(), row.facts().classCode(), row.facts().number()).orElse(null))).toList();
        var closed = work.stream().filter(Work::changes).filter(one -> !one.there().isOpen())
                .map(one -> new Fault(one.row().line(), null, "closed", one.row().facts().code())).toList();
        if (!closed.isEmpty()) {
            return new PlanImport(0, 0, 0, closed);
        }
        if (!onlyLook) {
            name(rows);
            work.forEach(this::write);
            store.write();
        }
        return new PlanImport(count(work, one -> one.there() == null), count(work, Work::changes),
                count(work, one -> one.there() != null && !one.changes()), List.of());
    }

    private record Work(PlanRow row, Dossier there) {
        boolean changes() {
            return there != null && !there.facts().equals(row.facts());
        }
    }

    private static int count(List<Work> work, java.util.function.Predicate<Work> which) {
        return (int) work.stream().filter(which).count();
    }

    private void name(List<PlanRow> rows) {
        var named = new TreeMap<String, FileClass>();
        for (var row : rows) {
            row.classes().forEach((code, name) -> named.computeIfAbsent(
                    row.section() + ' ' + row.year() + ' ' + code, key -> name(row.section(), row.year(), code, name)));
        }
        store.write();
    }

    private FileClass name(String section, int year, String code, String name) {
        var there = store.findClass(section, year, code);
        if (there.isPresent()) {
            there.get().rename(name);
            return there.get();
        }
        var made = FileClass.named(section, year, code, name);
        store.add(made);
        return made;
    }

    private void write(Work work) {
        if (work.there() == null) {
            open(Dossier.open(work.row().section(), new FiscalYear(work.row().year()), work.row().facts()), null);
        } else if (work.changes()) {
            amend(work.there(), work.row().facts());
        }
    }

    /** Puts a new file into the plan; {@code from} is the file of the year before that it goes on with. */
    UUID open(Dossier dossier, UUID from) {
        store.add(dossier);
        var facts = new TreeMap<String, Object>(Map.of(
                "code", dossier.facts().code(), "title", dossier.facts().title(), "year", dossier.fiscalYear(),
                "retention", dossier.facts().retention().name()));
        if (from != null) {
            facts.put("from", from);
        }
        history.begin(dossier.id(), RecordEventKind.CARRIED_OVER, jp.yakuba.document.model.history.Payload.of(facts));
        return dossier.id();
    }

    /** Changes a file and writes down what it said before. */
    void amend(Dossier dossier, DossierFacts facts) {
        var before = dossier.facts();
        dossier.amend(facts);
        var changed = new TreeMap<String, Object>();
        changed.put("code", facts.code());
        note(changed, "title", before.title(), facts.title());
        note(changed, "retention", before.retention(), facts.retention());
        note(changed, "after-use", before.afterUse(), facts.afterUse());
        note(changed, "law-until", before.lawUntil(), facts.lawUntil());
        note(changed, "ground", before.ground(), facts.ground());
        note(changed, "disclosure", before.disclosure(), facts.disclosure());
        note(changed, "clause", before.clause(), facts.clause());
        note(changed, "closed-until", before.closedUntil(), facts.closedUntil());
        history.note(dossier.id(), RecordEventKind.AMENDED, changed);
    }

    private static void note(Map<String, Object> changed, String name, Object before, Object after) {
        if (!java.util.Objects.equals(before, after)) {
            changed.put(name, (before == null ? "–" : before) + " → " + (after == null ? "–" : after));
        }
    }
}

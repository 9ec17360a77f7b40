package jp.yakuba.document.service.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStreamReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.yakuba.document.api.CarryOver;
import jp.yakuba.document.api.PlanImport;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.model.filing.Dossier;
import jp.yakuba.document.model.filing.PlanRow;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.document.store.filing.FilingPlanStore;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.organization.api.OrganizationDesk;

/**
 * The turn of a fiscal year (年度繰越): on 1 April every plan goes on, files in regular use stay, and files of the year gone by
 * close once all in them is done with and the books of that year are closed.
 */
@ApplicationScoped
public class YearTurn {
    /** The day, as month and day after the end of a year, from which its files may be closed by themselves. */
    static final String CLOSES_ON = "filing.closes-on";

    private static final String BOOKS_CLOSED = "05-31";
    private static final int CLOSED_AT_ONCE = 200;

    @Inject
    private FilingPlanStore store;

    @Inject
    private PlanIntake intake;

    @Inject
    private PlanTable table;

    @Inject
    private PlanCarrying carrying;

    @Inject
    private RecordHistory history;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    /** The first plan of a town, from the town's files; nothing if a plan is there, or the town brings none. */
    @Transactional
    public void begin(String town) {
        try (var shipped = YearTurn.class.getResourceAsStream("/town/" + town + "/filing-plan.csv")) {
            if (shipped == null || !store.listYears().isEmpty()) {
                return;
            }
            var read = table.read(new InputStreamReader(shipped, StandardCharsets.UTF_8));
            int year = read.rows().stream().mapToInt(PlanRow::year).max().orElse(0);
            if (store.claimYear(year, clock.now(), "town files")) {
                var taken = intake.take(read, row -> row.year() == year ? null : "year", false);
                if (!taken.holds()) {
                    throw new FaultyPlanException(town, taken);
                }
                store.countYear(year, taken.added());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Carries the plan over from the year before, once. */
    CarryOver carryOver(int fiscalYear) {
        if (!store.claimYear(fiscalYear, clock.now(), actor.get().name())) {
            return new CarryOver(fiscalYear, false, 0, List.of());
        }
        var carried = carrying.carry(new FiscalYear(fiscalYear));
        store.countYear(fiscalYear, carried.opened());
        return new CarryOver(fiscalYear, true, carried.opened(), carried.left());
    }

    /** The years that have come and have no plan yet, oldest first; none while no plan was ever made. */
    List<Integer> yearsDue() {
        var made = store.listYears();
        if (made.isEmpty()) {
            return List.of();
        }
        return IntStream.rangeClosed(made.get(0) + 1, FiscalYear.of(clock.today()).year()).boxed().toList();
    }

    /** Closes some of the files that may close by themselves today; returns how many. */
    @Transactional
    public int closeDue() {
        var today = clock.today();
        var due = store.listReadyToClose(lastYearThatCloses(today), CLOSED_AT_ONCE);
        due.forEach(id -> store.lock(id).filter(Dossier::isOpen).ifPresent(this::close));
        return due.size();
    }

    private int lastYearThatCloses(LocalDate today) {
        var day = MonthDay.parse("--" + organization.findSetting(CLOSES_ON, today).orElse(BOOKS_CLOSED));
        int running = FiscalYear.of(today).year();
        var closes = day.atYear(day.getMonthValue() >= new FiscalYear(running).firstDay().getMonthValue() ? running : running + 1);
        return today.isAfter(closes) ? running - 1 : running - 2;
    }

    /** Closes a file: what was done with last in it tells from which year it is kept. */
    void close(Dossier dossier) {
        var completed = dossier.isStanding()
                ? FiscalYear.of(clock.today())
                : store.lastCompletion(dossier.id()).map(FiscalYear::of).orElse(new FiscalYear(dossier.fiscalYear()));
        dossier.close(completed);
        var view = dossier.view(0, 0);
        history.note(dossier.id(), RecordEventKind.COMPLETED, Map.of(
                "code", dossier.facts().code(), "year", view.completedYear(), "from", view.keptFrom(), "until", view.keptUntil(),
                "disposal", view.disposalYear()));
    }

    /** The plan that comes with a town's files has faults. */
    static final class FaultyPlanException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FaultyPlanException(String town, PlanImport taken) {
            super("filing-plan.csv of " + town + ": " + taken.faults().stream().limit(20).toList());
        }
    }
}

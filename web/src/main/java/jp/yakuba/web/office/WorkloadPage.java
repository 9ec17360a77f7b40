package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import jp.yakuba.approval.api.ApprovalNumbersDesk;
import jp.yakuba.approval.api.StepNumbers;
import jp.yakuba.document.api.MonthNumbers;
import jp.yakuba.document.api.RecordNumbersDesk;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.web.office.BarDrawing.Series;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Ui;

/** Behind {@code office/workload.xhtml}: how long stops take, what is late where, and what goes through the registers by month. */
@Named
@RequestScoped
public class WorkloadPage {
    private static final int MONTHS = 12;

    @Inject
    private ApprovalNumbersDesk approvals;

    @Inject
    private RecordNumbersDesk records;

    @Inject
    private OfficeClock clock;

    @Inject
    private Messages messages;

    @Inject
    private Ui ui;

    private LocalDate from;
    private LocalDate until;
    private List<StepNumbers> kinds;
    private List<StepNumbers> sections;
    private List<MonthNumbers> months;

    /** Stops by kind. */
    public List<StepNumbers> getKinds() {
        if (kinds == null) {
            kinds = approvals.byKind(getFrom(), getUntil());
        }
        return kinds;
    }

    /** Stops by section, whatever is late first. */
    public List<StepNumbers> getSections() {
        if (sections == null) {
            sections = approvals.bySection(getFrom(), getUntil());
        }
        return sections;
    }

    /** The registers by month. */
    public List<MonthNumbers> getMonths() {
        if (months == null) {
            months = records.byMonth(getFrom(), getUntil());
        }
        return months;
    }

    /** True if there is nothing to count. */
    public boolean isNothing() {
        return getKinds().isEmpty() && getMonths().isEmpty();
    }

    /** What the numbers say first: where most is late, otherwise that nothing is. */
    public String getFinding() {
        var worst = getSections().stream().filter(one -> one.overdue() > 0).findFirst();
        long late = getSections().stream().mapToLong(StepNumbers::overdue).sum();
        return worst.map(one -> messages.of("office.workload.late", late, name(one), one.overdue()))
                .orElseGet(() -> messages.get("office.workload.inTime"));
    }

    /** What the months say, as the heading of the chart. */
    public String getMonthly() {
        return messages.of("office.workload.monthly", getMonths().stream().mapToLong(MonthNumbers::received).sum(),
                getMonths().stream().mapToLong(MonthNumbers::drafted).sum(), getMonths().stream().mapToLong(MonthNumbers::sent).sum());
    }

    /** The drawing of the months. */
    public String getDrawing() {
        return new BarDrawing(
                getMonths().stream().map(one -> month(one.month())).toList(),
                List.of(series("office.workload.received", BarDrawing.GREEN, MonthNumbers::received),
                        series("office.workload.drafted", BarDrawing.ORANGE, MonthNumbers::drafted),
                        series("office.workload.sent", BarDrawing.BLUE, MonthNumbers::sent)),
                false, ui.getTheme() != null).plan();
    }

    private Series series(String key, String colour, ToLongFunction<MonthNumbers> number) {
        return new Series(messages.get(key), colour, getMonths().stream().mapToLong(number).boxed().toList());
    }

    /** A month as people write it. */
    public String month(YearMonth month) {
        return messages.of("office.workload.month", String.valueOf(month.getYear()), month.getMonthValue());
    }

    /** The name of a section as it was when asked. */
    public String name(StepNumbers row) {
        return row.name().isEmpty() ? messages.get("office.workload.unnamed") : row.name();
    }

    /** Days with one place behind the point; a hyphen if there are none. */
    public String days(Double days) {
        return days == null ? "-" : String.format(Locale.ROOT, "%.1f", days);
    }

    /** First day of the period; that of the month eleven months ago if none was asked. */
    public LocalDate getFrom() {
        return from == null ? clock.today().minusMonths(MONTHS - 1L).withDayOfMonth(1) : from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    /** Last day of the period; today if none was asked. */
    public LocalDate getUntil() {
        return until == null ? clock.today() : until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }
}

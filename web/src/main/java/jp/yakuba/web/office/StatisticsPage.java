package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.api.ProcedureStatistics;
import jp.yakuba.kernel.OfficeClock;

/** Behind {@code office/statistics.xhtml}: numbers, days and overdue by procedure over a period. */
@Named
@RequestScoped
public class StatisticsPage {
    @Inject
    private ExaminationDesk desk;

    @Inject
    private OfficeClock clock;

    private LocalDate from;
    private LocalDate until;
    private List<ProcedureStatistics> rows;

    public List<ProcedureStatistics> getRows() {
        if (rows == null) {
            rows = desk.statistics(getFrom(), getUntil());
        }
        return rows;
    }

    /** The longest bar of the chart; at least 1. */
    public long getMost() {
        return Math.max(1, getRows().stream().mapToLong(ProcedureStatistics::arrived).max().orElse(1));
    }

    /** First day of the period; 30 days ago if none was asked. */
    public LocalDate getFrom() {
        return from == null ? clock.today().minusDays(30) : from;
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

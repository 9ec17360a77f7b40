package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.api.ProcedureStatistics;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Paths;
import jp.yakuba.web.shell.Ui;

/** Behind {@code office/statistics.xhtml}: numbers, days and overdue by procedure over a period, and what stands out. */
@Named
@RequestScoped
public class StatisticsPage {
    private static final int USUAL_DAYS = 30;
    private static final int FEW = 4;
    private static final int SOME = 10;

    @Inject
    private ExaminationDesk desk;

    @Inject
    private OfficeClock clock;

    @Inject
    private Messages messages;

    @Inject
    private Ui ui;

    private LocalDate from;
    private LocalDate until;
    private String section;
    private List<ProcedureStatistics> rows;

    /** One row a procedure, the most arrived first. */
    public List<ProcedureStatistics> getRows() {
        if (rows == null) {
            rows = desk.statistics(getFrom(), getUntil(), section);
        }
        return rows;
    }

    /** What the numbers say, as a heading: what is late first, otherwise what came most. */
    public String getFinding() {
        var late = getRows().stream().max(Comparator.comparingLong(ProcedureStatistics::overdue)).orElseThrow();
        var all = getRows().stream().mapToLong(ProcedureStatistics::arrived).sum();
        if (late.overdue() > 0) {
            var together = getRows().stream().mapToLong(ProcedureStatistics::overdue).sum();
            return messages.of("office.statistics.late", all, together, late.name(), late.overdue());
        }
        var most = getRows().get(0);
        return messages.of("office.statistics.most", all, most.name(), most.arrived());
    }

    /** The drawing's plan. */
    public String getDrawing() {
        return StatisticsDrawing.of(getRows(), messages, ui.getTheme() != null);
    }

    /** How high the drawing is: few, some or many bars. */
    public String getHeight() {
        var bars = getRows().size();
        return bars <= FEW ? "few" : bars <= SOME ? "some" : "many";
    }

    /** Address of the same numbers as a file. */
    public String getCsv() {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("from", getFrom());
        parts.put("until", getUntil());
        parts.put("section", section);
        return Paths.with("/office/statistics.csv", parts);
    }

    /** Codes of the sections whose work the actor sees. */
    public List<String> getSections() {
        return desk.listMySections();
    }

    /** First day of the period; 30 days ago if none was asked. */
    public LocalDate getFrom() {
        return from == null ? clock.today().minusDays(USUAL_DAYS) : from;
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

    public String getSection() {
        return section;
    }

    public void setSection(String section) {
        this.section = section;
    }
}

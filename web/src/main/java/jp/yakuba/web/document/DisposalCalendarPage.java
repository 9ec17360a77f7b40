package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.document.api.CalendarLine;
import jp.yakuba.document.api.CalendarYear;
import jp.yakuba.document.api.RetentionDesk;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Paths;

/** Behind {@code office/disposal-calendar.xhtml}: what comes to its end in which fiscal year (廃棄予定表). */
@Named
@RequestScoped
public class DisposalCalendarPage {
    private static final int PART = 50;
    private static final String ALL = "all";

    @Inject
    private RetentionDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    private List<CalendarLine> lines;
    private List<CalendarYear> years;

    /** Reads the address. */
    public void open() {
        var after = given("after");
        lines = desk.calendar(asked(), getYear(), after.isEmpty() ? null : Pages.id(after), PART + 1);
        years = desk.years(asked());
    }

    private String given(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private String asked() {
        var section = getSection();
        return ALL.equals(section) ? null : section;
    }

    /** The section asked for, else the own; {@code all} for every one. */
    public String getSection() {
        var asked = given("section");
        return asked.isEmpty() ? actor.get().section() : asked;
    }

    /** The year asked for, else the present one. */
    public int getYear() {
        var asked = given("year");
        return asked.matches("[0-9]{4}") ? Integer.parseInt(asked) : FiscalYear.of(clock.today()).year();
    }

    /** The lines of this part. */
    public List<CalendarLine> getLines() {
        return lines.size() > PART ? lines.subList(0, PART) : lines;
    }

    /** Years in which something comes to its end. */
    public List<CalendarYear> getYears() {
        return years;
    }

    /** The address of the next part; null if there is none. */
    public String getNext() {
        return lines.size() > PART ? address("/office/disposal-calendar", lines.get(PART - 1).id()) : null;
    }

    /** The address of the whole as a table for spreadsheets. */
    public String getCsv() {
        return address("/office/disposal-calendar.csv", null);
    }

    private String address(String path, UUID after) {
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("section", getSection());
        parts.put("year", getYear());
        parts.put("after", after);
        return Paths.with(path, parts);
    }
}

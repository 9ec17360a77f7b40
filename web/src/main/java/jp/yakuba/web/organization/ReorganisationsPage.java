package jp.yakuba.web.organization;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.OrganizationDesk;
import jp.yakuba.organization.api.ReorganisationDesk;
import jp.yakuba.organization.api.ReorganisationFault;
import jp.yakuba.organization.api.ReorganisationImport;
import jp.yakuba.organization.api.ReorganisationView;
import jp.yakuba.organization.api.SectionView;
import jp.yakuba.organization.api.SuccessionTerms;
import jp.yakuba.web.office.TextFile;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/reorganisations.xhtml}: reorganisations planned and done, lines to add, files in and out. */
@Named
@RequestScoped
public class ReorganisationsPage {
    private static final String HERE = "/office/reorganisations";
    private static final long LARGEST = 1024L * 1024;

    @Inject
    private ReorganisationDesk desk;

    @Inject
    private OrganizationDesk organization;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    @Inject
    private OfficeClock clock;

    private List<ReorganisationView> plans;
    private List<SectionView> sections;
    private List<SectionView> heirs;
    private ReorganisationImport result;
    private boolean done;

    /** Follows the button that was pressed, then reads what is planned. */
    public void open() throws IOException, ServletException {
        if (Pages.isPost(request)) {
            try {
                follow();
            } catch (RuleViolation refusal) {
                faults.add(null, messages.explain(refusal));
            }
        }
        plans = desk.list();
        sections = organization.listSections(clock.today());
        heirs = organization.listSections(lastDay());
    }

    private void follow() throws IOException, ServletException {
        if (request.getParameter("y_back") != null) {
            takeBack();
        } else if (request.getParameter("y_import") != null) {
            read();
        } else if (request.getParameter("y_add") != null) {
            add();
        }
    }

    private void takeBack() throws IOException {
        var day = day("y_back");
        if (day != null) {
            desk.takeBack(day);
            Pages.goTo(HERE);
        }
    }

    private void add() throws IOException {
        var day = day("day");
        need("section", "office.reorganisation.section.missing");
        if (successor() == null) {
            faults.add("code", messages.get("office.reorganisation.successor.missing"));
        }
        if (faults.getCount() > 0) {
            return;
        }
        var added = desk.add(List.of(line()), day);
        added.faults().forEach(fault -> faults.add(fieldOf(fault), words(fault)));
        if (added.faults().isEmpty()) {
            Pages.goTo(HERE + "#plan-" + day);
        }
    }

    private SuccessionTerms line() {
        boolean opens = given("successor") == null;
        return new SuccessionTerms(given("section"), successor(), given("beside") == null, opens ? given("name") : null,
                opens ? given("english") : null, opens ? given("letter") : null, opens ? given("parent") : null, null, null);
    }

    private String successor() {
        return given("successor") == null ? given("code") : given("successor");
    }

    /** The field where it is to be mended. */
    private String fieldOf(ReorganisationFault fault) {
        var column = fault.kind().column();
        return column.equals("main") ? "beside" : column.equals("successor") && given("successor") == null ? "code" : column;
    }

    private void read() throws IOException, ServletException {
        var day = day("fileDay");
        var file = request.getPart("file");
        if (file == null || file.getSize() == 0) {
            faults.add("file", messages.get("organization.import.missing"));
        } else if (file.getSize() > LARGEST) {
            faults.add("file", messages.get("office.reorganisation.file.large"));
        }
        if (faults.getCount() == 0) {
            done = given("look") == null;
            result = desk.importCsv(TextFile.read(file), day, done);
        }
    }

    private LocalDate day(String field) {
        try {
            return DayWritten.read(given(field));
        } catch (DateTimeException unreadable) {
            faults.add(field, messages.get("office.reorganisation.day.missing"));
            return null;
        }
    }

    private void need(String field, String words) {
        if (given(field) == null) {
            faults.add(field, messages.get(words));
        }
    }

    private String given(String name) {
        var value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** What was typed into a field, so that it stays. */
    public String typed(String name) {
        return given(name) == null ? "" : given(name);
    }

    /** What is wrong, in words that say how to mend it. */
    public String words(ReorganisationFault fault) {
        return messages.of("office.reorganisation.fault." + fault.kind(), fault.value());
    }

    /** The day typed, else the next 1 April. */
    public String getDay() {
        return given("day") == null ? String.valueOf(new FiscalYear(FiscalYear.of(clock.today()).year() + 1).firstDay()) : given("day");
    }

    /** The day typed for the file, else the next 1 April. */
    public String getFileDay() {
        return given("fileDay") == null ? getDay() : given("fileDay");
    }

    public List<ReorganisationView> getPlans() {
        return plans;
    }

    /** Sections of today, which may end. */
    public List<SectionView> getSections() {
        return sections;
    }

    /** Sections that may take over: those of today, and those that a plan opens. */
    public List<SectionView> getHeirs() {
        return heirs;
    }

    private LocalDate lastDay() {
        return plans.stream().map(ReorganisationView::day).filter(day -> day.isAfter(clock.today()))
                .max(LocalDate::compareTo).orElse(clock.today());
    }

    /** What the file would do, or did; null before one was read. */
    public ReorganisationImport getResult() {
        return result;
    }

    /** True once the file is taken in. */
    public boolean isDone() {
        return done && result != null && result.faults().isEmpty();
    }
}

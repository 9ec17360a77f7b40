package jp.yakuba.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import jp.yakuba.document.api.CarryOver;
import jp.yakuba.document.api.DossierView;
import jp.yakuba.document.api.FilingDesk;
import jp.yakuba.document.api.FilingPlan;
import jp.yakuba.document.api.PlanImport;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.FiscalYear;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Town;

/** Behind {@code office/filing.xhtml}: the filing plan of a section and year, its tables, and the turn of the year. */
@Named
@RequestScoped
public class FilingPage {
    /** Ten times what the plan of a large city takes. */
    private static final long LARGEST = 10L * 1024 * 1024;
    private static final Charset SPREADSHEET = Charset.forName("windows-31j");

    @Inject
    private FilingDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentActor actor;

    @Inject
    private OfficeClock clock;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    @Inject
    private Town town;

    private FilingPlan plan;
    private PlanImport taken;
    private CarryOver carried;

    /** Reads the address and follows the button that was pressed. */
    public void open() throws IOException, ServletException {
        if (Pages.isPost(request)) {
            try {
                follow();
            } catch (RuleViolation refusal) {
                faults.add(null, messages.explain(refusal));
            }
        }
        plan = desk.plan(getSection(), getYear());
    }

    private void follow() throws IOException, ServletException {
        if (request.getParameter("y_class") != null) {
            desk.name(getSection(), getYear(), given("code"), given("name"));
        } else if (request.getParameter("y_carry") != null) {
            carried = desk.carryOver(getYear() + 1);
        } else if (request.getParameter("y_import") != null) {
            var file = request.getPart("file");
            if (file == null || file.getSize() == 0) {
                faults.add("file", messages.get("document.filing.file.missing"));
                return;
            }
            if (file.getSize() > LARGEST) {
                faults.add("file", messages.get("document.filing.file.large"));
                return;
            }
            try (var in = file.getInputStream()) {
                taken = desk.take(reader(in.readAllBytes()), request.getParameter("look") != null);
            }
        }
    }

    /** As UTF-8 if it is, else as spreadsheets in Japan write it. */
    private static Reader reader(byte[] bytes) {
        boolean utf8 = new String(bytes, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0;
        return new InputStreamReader(new java.io.ByteArrayInputStream(bytes), utf8 ? StandardCharsets.UTF_8 : SPREADSHEET);
    }

    private String given(String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    /** The section asked for, else the own. */
    public String getSection() {
        var asked = given("section");
        return asked.isEmpty() ? actor.get().section() : asked;
    }

    /** The year asked for, else the present one. */
    public int getYear() {
        var asked = given("year");
        return asked.matches("[0-9]{4}") ? Integer.parseInt(asked) : FiscalYear.of(clock.today()).year();
    }

    public FilingPlan getPlan() {
        return plan;
    }

    /** Files that stand under the class. */
    public List<DossierView> filesOf(String classCode) {
        return plan.dossiers().stream().filter(dossier -> dossier.facts().classCode().equals(classCode)).toList();
    }

    /** Years to choose from: those with a plan, and the next one. */
    public List<Integer> getYears() {
        var made = desk.listYears();
        return Stream.concat(Stream.of(getYear()), made.stream()).distinct().sorted(java.util.Comparator.reverseOrder()).toList();
    }

    /** Codes of the sections of today and of those before them, whose plans of earlier years stand where they were. */
    public List<String> getSections() {
        return town.getSectionCodes();
    }

    /** What a table has changed, or would; null if none was handed in. */
    public PlanImport getTaken() {
        return taken;
    }

    /** True if the table was only looked at. */
    public boolean isLooked() {
        return request.getParameter("look") != null;
    }

    /** What the turn of the year did; null if it was not asked for. */
    public CarryOver getCarried() {
        return carried;
    }
}

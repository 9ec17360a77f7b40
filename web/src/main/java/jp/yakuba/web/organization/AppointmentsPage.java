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
import java.util.stream.Stream;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.organization.api.AppointmentDesk;
import jp.yakuba.organization.api.AppointmentFault;
import jp.yakuba.organization.api.AppointmentKind;
import jp.yakuba.organization.api.AppointmentLine;
import jp.yakuba.organization.api.AppointmentTerms;
import jp.yakuba.organization.api.PostView;
import jp.yakuba.organization.api.StaffView;
import jp.yakuba.web.office.TextFile;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/appointments.xhtml}: who holds what on a day, orders for days to come, files in and out. */
@Named
@RequestScoped
public class AppointmentsPage {
    private static final String HERE = "/office/appointments";
    private static final long LARGEST = 1024L * 1024;

    @Inject
    private AppointmentDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    @Inject
    private OfficeClock clock;

    private List<AppointmentFault> found;
    private boolean done;
    private List<AppointmentLine> lines;
    private List<AppointmentLine> ahead;
    private List<PostView> vacant;
    private List<StaffView> staff;
    private List<PostView> posts;

    /** Follows the button that was pressed, then reads what is to be shown, once. */
    public void open() throws IOException, ServletException {
        if (Pages.isPost(request)) {
            try {
                follow();
            } catch (RuleViolation refusal) {
                faults.add(null, messages.explain(refusal));
            }
        }
        lines = desk.list(getOn());
        ahead = desk.listAhead(getOn());
        vacant = desk.listVacant(getOn());
        staff = desk.listStaff();
        posts = desk.listPosts(getOn());
    }

    private void follow() throws IOException, ServletException {
        if (request.getParameter("y_back") != null) {
            desk.takeBack(Pages.id(request.getParameter("y_back")));
            Pages.goTo(HERE);
        } else if (request.getParameter("y_end") != null) {
            end();
        } else if (request.getParameter("y_import") != null) {
            read();
        } else if (request.getParameter("y_appoint") != null) {
            appoint();
        }
    }

    private void end() throws IOException {
        var from = day("endFrom");
        if (from != null) {
            desk.end(Pages.id(request.getParameter("y_end")), from);
            Pages.goTo(HERE + "?on=" + from);
        }
    }

    private void appoint() throws IOException {
        var from = day("from");
        var until = given("until") == null ? null : day("until");
        var kind = Stream.of(AppointmentKind.values()).filter(one -> one.name().equals(given("kind"))).findFirst();
        need("staff", given("staff") == null);
        need("post", given("post") == null);
        need("kind", kind.isEmpty());
        if (faults.getCount() > 0) {
            return;
        }
        var wrong = desk.appoint(List.of(new AppointmentTerms(given("staff"), given("post"), kind.get(), until)), from);
        wrong.forEach(fault -> faults.add(fault.kind().column(), words(fault)));
        if (wrong.isEmpty()) {
            Pages.goTo(HERE + "?on=" + from);
        }
    }

    private void read() throws IOException, ServletException {
        var from = day("fileFrom");
        var file = request.getPart("file");
        if (file == null || file.getSize() == 0) {
            faults.add("file", messages.get("organization.import.missing"));
        } else if (file.getSize() > LARGEST) {
            faults.add("file", messages.get("office.reorganisation.file.large"));
        }
        if (faults.getCount() == 0) {
            done = given("look") == null;
            found = desk.importCsv(TextFile.read(file), from, done);
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

    private void need(String field, boolean missing) {
        if (missing) {
            faults.add(field, messages.get("office.appointment." + field + ".missing"));
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
    public String words(AppointmentFault fault) {
        return messages.of("office.appointment.fault." + fault.kind(), fault.value());
    }

    /** The day that is looked at; today if none was asked, or an unreadable one. */
    public LocalDate getOn() {
        try {
            return given("on") == null ? clock.today() : DayWritten.read(given("on"));
        } catch (DateTimeException unreadable) {
            return clock.today();
        }
    }

    /** The day typed, else the next. */
    public String getFrom() {
        return given("from") == null ? String.valueOf(clock.today().plusDays(1)) : given("from");
    }

    /** Appointments in force on the day. */
    public List<AppointmentLine> getLines() {
        return lines;
    }

    /** Appointments that begin later. */
    public List<AppointmentLine> getAhead() {
        return ahead;
    }

    /** Posts that nobody holds on the day. */
    public List<PostView> getVacant() {
        return vacant;
    }

    /** Who may be appointed. */
    public List<StaffView> getStaff() {
        return staff;
    }

    /** Posts of the day that is looked at. */
    public List<PostView> getPosts() {
        return posts;
    }

    public AppointmentKind[] getKinds() {
        return AppointmentKind.values();
    }

    /** What is wrong with the file; null before one was read. */
    public List<AppointmentFault> getFound() {
        return found;
    }

    /** True once the file is taken in. */
    public boolean isDone() {
        return done && found != null && found.isEmpty();
    }
}

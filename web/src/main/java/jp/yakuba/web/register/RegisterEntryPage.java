package jp.yakuba.web.register;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.register.api.EntrySheet;
import jp.yakuba.register.api.JointRegisterDesk;
import jp.yakuba.register.api.Register;
import jp.yakuba.register.api.RegisterProblem;
import jp.yakuba.register.api.Suspension;
import jp.yakuba.register.api.WriteEntry;
import jp.yakuba.web.shell.DateParts;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/register-entry.xhtml}: an entry with its history, and what whoever keeps it does with it. */
@Named
@RequestScoped
public class RegisterEntryPage {
    private static final int LONGEST_GROUND = 300;

    @Inject
    private JointRegisterDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    @Inject
    private OfficeClock clock;

    private EntrySheet sheet;

    /** Does what the button says, and reads the entry. */
    public void open() throws IOException {
        if (Pages.isPost(request) && moves()) {
            Pages.goTo(getAddress());
            return;
        }
        try {
            sheet = desk.get(register(), typed("office"), typed("number"));
        } catch (RuleViolation refusal) {
            if (refusal.problem() == RegisterProblem.NO_SUCH_ENTRY || refusal.problem() == RegisterProblem.OTHER_SECTION) {
                throw new NotFound();
            }
            throw refusal;
        }
    }

    /** True if it was done. */
    private boolean moves() {
        if (request.getParameter("y_suspend") != null) {
            return suspends();
        }
        var lifted = request.getParameter("y_lift");
        int place = lifted != null && lifted.matches("\\d{1,4}") ? Integer.parseInt(lifted) : -1;
        var field = lifted == null ? "reason" : "why-" + place;
        try {
            if (lifted != null) {
                desk.lift(typed("number"), version(), place, typed(field));
            } else {
                desk.withdraw(register(), typed("number"), version(), typed("reason"));
            }
            return true;
        } catch (RuleViolation refusal) {
            faults.add(refusal.problem() == RegisterProblem.REASON_MISSING ? field : null, messages.explain(refusal));
            return false;
        }
    }

    private boolean suspends() {
        var from = DateParts.day(typed("from"));
        var until = DateParts.day(typed("until"));
        fault("from", !WriteEntry.isDay(from), "office.register.fault.day");
        fault("until", !WriteEntry.isDay(until) || from != null && until.isBefore(from), "office.register.fault.until");
        fault("ground", typed("ground").isBlank() || typed("ground").length() > LONGEST_GROUND, "office.register.fault.ground");
        if (faults.getCount() > 0) {
            return false;
        }
        try {
            desk.suspend(typed("number"), version(), new Suspension(from, until, typed("ground")));
            return true;
        } catch (RuleViolation refusal) {
            faults.add(null, messages.explain(refusal));
            return false;
        }
    }

    private void fault(String field, boolean wrong, String key) {
        if (wrong) {
            faults.add(field, messages.get(key));
        }
    }

    private long version() {
        return typed("version").matches("\\d{1,18}") ? Long.parseLong(typed("version")) : 0;
    }

    private Register register() {
        return RegisterWords.of(request.getParameter("register"));
    }

    /** What was typed in the field; empty if nothing. */
    public String typed(String field) {
        var value = request.getParameter(field);
        return value == null ? "" : value.strip();
    }

    public EntrySheet getSheet() {
        return sheet;
    }

    /** Address of this page. */
    public String getAddress() {
        return "/office/register-entry?register=" + register() + "&office=" + typed("office").replaceAll("[^0-9]", "") + "&number="
                + typed("number").replaceAll("[^A-Za-z0-9._-]", "");
    }

    /** Where the entry is written anew. */
    public String getWriting() {
        return "/office/register-write?register=" + sheet.line().register() + "&number=" + sheet.line().number();
    }

    /** True if the suspension is not over. */
    public boolean lasts(Suspension one) {
        return !one.until().isBefore(clock.today());
    }

    /** Today, as a form begins with it. */
    public LocalDate getToday() {
        return clock.today();
    }

    public boolean isVendor() {
        return sheet.line().register() == Register.VENDOR;
    }
}

package jp.yakuba.web.share;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import jp.yakuba.application.api.ApplicationProblem;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.share.api.ShareProblem;
import jp.yakuba.share.api.SharedProcedureDesk;
import jp.yakuba.share.api.SharedProcedureSheet;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/shared-procedure.xhtml}: a procedure of another office, what changed since it was taken over, and the way to take it over. */
@Named
@RequestScoped
public class SharedProcedurePage {
    @Inject
    private SharedProcedureDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private SharedProcedureSheet sheet;

    /** Reads the procedure and takes it over if the button was pressed. */
    public void open() throws IOException {
        read();
        if (Pages.isPost(request) && request.getParameter("y_take") != null) {
            takeOver();
        }
    }

    private void read() {
        try {
            sheet = desk.get(request.getParameter("office"), request.getParameter("code"));
        } catch (RuleViolation refusal) {
            if (refusal.problem() == ShareProblem.NO_SUCH_PROCEDURE) {
                throw new NotFound();
            }
            throw refusal;
        }
    }

    private void takeOver() throws IOException {
        try {
            desk.takeOver(sheet.peer(), sheet.code(), request.getParameter("seen"));
            Pages.goTo(getAddress());
        } catch (RuleViolation refusal) {
            if (refusal.problem() == ApplicationProblem.FORM_FAULTY || refusal.problem() == ApplicationProblem.PROCEDURE_FAULTY) {
                faults.add(null, messages.get("office.share.refused"));
                refusal.details().stream().flatMap(detail -> detail.toString().lines()).forEach(line -> faults.add(null, line));
            } else {
                faults.add(null, messages.explain(refusal));
            }
        }
    }

    public SharedProcedureSheet getSheet() {
        return sheet;
    }

    /** Address of this page. */
    public String getAddress() {
        return "/office/shared-procedure?office=" + sheet.peer() + "&code=" + sheet.code();
    }

    /** Where its author writes on what the catalogue tells. */
    public String getFactsAddress() {
        return sheet.known() ? "/office/procedure?taken=on&code=" + sheet.code() : "/office/procedure-new?taken=" + sheet.code();
    }

    /** True if what was taken over is just this. */
    public boolean isSame() {
        return sheet.taken() != null && sheet.differences().isEmpty();
    }
}

package jp.yakuba.web.inquiry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import jp.yakuba.inquiry.api.AnsweringDesk;
import jp.yakuba.inquiry.api.AskedSheet;
import jp.yakuba.inquiry.api.InquiryProblem;
import jp.yakuba.inquiry.api.Question;
import jp.yakuba.inquiry.api.QuestionKind;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/asked.xhtml}: what another office asks is answered on its form, part by part. */
@Named
@RequestScoped
public class AskedPage {
    @Inject
    private AnsweringDesk desk;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    private AskedSheet sheet;
    private AskedForm form;

    /** Reads what is asked, and follows the button that was pressed. */
    public void open() throws IOException {
        sheet = desk.get(Pages.id(request.getParameter("id")));
        boolean answers = request.getParameter("y_keep") != null || request.getParameter("y_draft") != null || request.getParameter("y_rows") != null;
        form = new AskedForm(request, sheet, Pages.isPost(request) && answers);
        if (Pages.isPost(request)) {
            try {
                step(answers);
            } catch (RuleViolation refusal) {
                faults.add(refusal.problem() == InquiryProblem.TOO_MUCH ? String.valueOf(refusal.details().get(0)) : null, messages.explain(refusal));
            }
        }
    }

    private void step(boolean answers) throws IOException {
        if (request.getParameter("y_send") != null) {
            desk.send(sheet.line().id());
            Pages.goTo("/office/asked?id=" + sheet.line().id());
        } else if (answers && request.getParameter("y_rows") == null) {
            answer();
        }
    }

    /** What is written is kept first, whole or not; a draft is made only of what is whole. */
    private void answer() throws IOException {
        var id = sheet.line().id();
        desk.keep(id, seen(), form.given());
        sheet = desk.get(id);
        if (request.getParameter("y_draft") == null) {
            Pages.goTo("/office/asked?kept=on&id=" + id);
            return;
        }
        desk.check(id, sheet.given()).forEach((question, fault) -> faults.add(question, messages.get("office.inquiry.answer.fault." + fault)));
        if (faults.getCount() == 0) {
            Pages.goTo("/office/draft?id=" + desk.draft(id, sheet.version()));
        }
    }

    private long seen() {
        var typed = request.getParameter("version");
        return typed != null && typed.matches("\\d{1,18}") ? Long.parseLong(typed) : -1;
    }

    public AskedSheet getSheet() {
        return sheet;
    }

    /** True if the answers were just kept. */
    public boolean isKept() {
        return "on".equals(request.getParameter("kept")) && !Pages.isPost(request);
    }

    /** True if rows of a table can be added. */
    public boolean isTabled() {
        return sheet.form().stream().anyMatch(question -> question.kind() == QuestionKind.TABLE);
    }

    /** What is shown in the field of a question. */
    public String shown(Question question) {
        return form.shown(question);
    }

    /** True if the choice is taken. */
    public boolean taken(Question question, String choice) {
        return form.taken(question, choice);
    }

    /** Rows of a table. */
    public List<List<String>> rows(Question question) {
        return form.rows(question);
    }
}

package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.application.api.CounterDesk;
import jp.yakuba.application.api.CounterEntry;
import jp.yakuba.application.api.ExaminationDesk;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.SubmissionView;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.web.application.PostedAnswers;
import jp.yakuba.web.application.QuestionView;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Ui;

/**
 * Behind {@code office/counter.xhtml}: a clerk enters applications for somebody at the counter. The sheet carries all
 * answers itself, so nothing is kept before it is sent and nothing typed is lost when something is wrong.
 */
@Named
@RequestScoped
public class CounterPage {
    private static final String GROUP_COUNT = ".count";

    @Inject
    private CounterDesk counter;

    @Inject
    private ExaminationDesk examination;

    @Inject
    private CatalogueDesk catalogue;

    @Inject
    private CounterPersonPart person;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    @Inject
    private Ui ui;

    private List<String> procedures = List.of();
    private Map<String, String> answers = new LinkedHashMap<>();
    private SubmissionView done;
    private String freshKey;

    /** Reads what the sheet posts and follows the button that was pressed. */
    public void open() {
        var chosen = request.getParameterValues("procedures");
        procedures = chosen == null ? List.of() : List.of(chosen);
        if (procedures.isEmpty() || !Pages.isPost(request)) {
            return;
        }
        readAnswers();
        person.open(answers, getOnceKey());
        var add = request.getParameter("y_add");
        var remove = request.getParameter("y_remove");
        if (add != null) {
            answers = counter.withEntry(procedures, answers, add);
        } else if (remove != null) {
            int at = remove.lastIndexOf('.');
            answers = counter.withoutEntry(answers, remove.substring(0, at), Integer.parseInt(remove.substring(at + 1)));
        } else if (request.getParameter("y_send") != null && faults.getCount() == 0) {
            send();
        }
    }

    /** Reads twice: an answer may make further questions appear whose answers were posted too. */
    private void readAnswers() {
        request.getParameterMap().forEach((name, values) -> {
            if (name.endsWith(GROUP_COUNT)) {
                answers.put(name, values[0]);
            }
        });
        for (int turn = 0; turn < 2; turn++) {
            for (var page : counter.pages(procedures, answers)) {
                answers.putAll(PostedAnswers.of(request, page));
            }
        }
    }

    private void send() {
        var problems = counter.check(procedures, answers);
        problems.forEach(problem -> faults.add(ui.id(problem.path()), ui.text(problem.message())));
        if (getIdentityShown().isBlank()) {
            faults.add("identityShown", messages.get("office.counter.identity.missing"));
        }
        if (faults.getCount() > 0) {
            return;
        }
        try {
            done = examination.enterAtCounter(
                    new CounterEntry(getOnceKey(), procedures, person.pickId(), getIdentityShown(), answers));
        } catch (RuleViolation refusal) {
            faults.add(null, messages.explain(refusal));
        }
    }

    /** Procedures a clerk can enter. */
    public List<ProcedureView> getCatalogue() {
        return catalogue.list().stream().filter(ProcedureView::online).toList();
    }

    /** Codes of the procedures that were chosen. */
    public List<String> getProcedures() {
        return procedures;
    }

    /** Pages of the sheet. */
    public List<FormPage> getPages() {
        return counter.pages(procedures, answers);
    }

    /** The questions of a page with what was typed. */
    public List<QuestionView> questionsOf(FormPage page) {
        return QuestionView.of(page.questions(), answers, List.of());
    }

    /** Counts of repeated groups, which the sheet carries along. */
    public Map<String, String> getCounts() {
        var counts = new LinkedHashMap<String, String>();
        answers.forEach((path, answer) -> {
            if (path.endsWith(GROUP_COUNT)) {
                counts.put(path, answer);
            }
        });
        return counts;
    }

    /** What arrived; null until the sheet was taken. */
    public SubmissionView getDone() {
        return done;
    }

    /** The key by which a second sending of the same sheet is known. */
    public String getOnceKey() {
        var carried = request.getParameter("y_once");
        if (carried != null && !carried.isBlank()) {
            return carried;
        }
        freshKey = freshKey == null ? UUID.randomUUID().toString() : freshKey;
        return freshKey;
    }

    /** How the person showed who they are. */
    public String getIdentityShown() {
        var typed = request.getParameter("identityShown");
        return typed == null ? "" : typed.strip();
    }
}

package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.CounterDesk;
import jp.yakuba.application.api.FormDesk;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.web.application.PostedAnswers;
import jp.yakuba.web.application.QuestionView;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Language;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Preferences;
import jp.yakuba.web.shell.Ui;

/**
 * Behind {@code office/form-trial.xhtml}: a version as its readers will meet it, in each language, to be tried with example
 * answers of which nothing is kept.
 */
@Named
@RequestScoped
public class FormTrialPage {
    private static final String COUNT = ".count";

    @Inject
    private FormDesk desk;

    @Inject
    private CounterDesk counter;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Preferences preferences;

    @Inject
    private Faults faults;

    @Inject
    private Ui ui;

    private String procedure;
    private int version;
    private boolean sound;
    private Map<String, String> answers = new LinkedHashMap<>();

    /** Speaks the language asked for, reads what was typed and follows the button that was pressed. */
    public void open() {
        preferences.speak(Language.of(request.getParameter("lang")));
        if (!Pages.isPost(request)) {
            return;
        }
        readAnswers();
        var add = request.getParameter("y_add");
        var remove = request.getParameter("y_remove");
        if (add != null) {
            answers.put(add + COUNT, String.valueOf(entriesOf(add) + 1));
        } else if (remove != null) {
            int dot = remove.lastIndexOf('.');
            answers = counter.withoutEntry(answers, remove.substring(0, dot), Integer.parseInt(remove.substring(dot + 1)));
        } else if (request.getParameter("y_check") != null) {
            var problems = desk.tryOut(procedure, version, answers);
            problems.forEach(problem -> faults.add(ui.id(problem.path()), ui.text(problem.message())));
            sound = problems.isEmpty();
        }
    }

    /** Reads twice: an answer may make further questions appear whose answers were posted too. */
    private void readAnswers() {
        request.getParameterMap().forEach((name, values) -> {
            if (name.endsWith(COUNT)) {
                answers.put(name, values[0]);
            }
        });
        for (int turn = 0; turn < 2; turn++) {
            getPages().forEach(page -> answers.putAll(PostedAnswers.of(request, page)));
        }
    }

    private int entriesOf(String group) {
        return getPages().stream().flatMap(page -> page.questions().stream())
                .filter(question -> question.group() == null && question.path().equals(group))
                .mapToInt(FormPage.Question::entries).findFirst().orElse(0);
    }

    /** The pages as the answers so far call for them. */
    public List<FormPage> getPages() {
        return desk.preview(procedure, version, answers);
    }

    /** The questions of a page with what was typed. */
    public List<QuestionView> questionsOf(FormPage page) {
        return QuestionView.of(page.questions(), answers, List.of());
    }

    /** Counts of repeated groups, which the sheet carries along. */
    public Map<String, String> getCounts() {
        var counts = new LinkedHashMap<String, String>();
        answers.forEach((path, answer) -> {
            if (path.endsWith(COUNT)) {
                counts.put(path, answer);
            }
        });
        return counts;
    }

    /** Codes of the languages a form speaks. */
    public List<String> getLanguages() {
        return List.of("ja", "ja-easy", "en");
    }

    /** The language in which it is shown. */
    public String getLanguage() {
        return preferences.language().code();
    }

    /** True right after answers were tried and nothing was wrong. */
    public boolean isSound() {
        return sound;
    }

    public String getProcedure() {
        return procedure;
    }

    public void setProcedure(String procedure) {
        this.procedure = procedure;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }
}

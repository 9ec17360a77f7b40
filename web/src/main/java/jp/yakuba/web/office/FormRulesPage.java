package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormRule;
import jp.yakuba.web.office.FormDrawer.Taken;
import jp.yakuba.web.office.FormQuestions.Asked;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Ui;

/** Behind {@code office/form-rules.xhtml}: what must hold between the answers of a form, one sentence for each rule. */
@Named
@RequestScoped
public class FormRulesPage {
    @Inject
    private FormDrawer drawer;

    @Inject
    private RuleWords words;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Ui ui;

    private String procedure;
    private Taken taken;
    private List<Line> lines;

    /** A rule as it is read: what must be, when, where it is told and in which words, and whether the page of a rule can write it. */
    public record Line(int at, String sentence, String when, String place, String message, boolean writable) {}

    /** Called once the procedure is known; follows the button that was pressed. */
    public void open() throws IOException {
        taken = drawer.take(procedure);
        if (Pages.isPost(request)) {
            follow();
        }
        lines = lines(taken.form());
    }

    private void follow() throws IOException {
        var up = request.getParameter("y_up");
        var remove = request.getParameter("y_remove");
        if (up == null && remove == null) {
            return;
        }
        var changes = new FormChanges(taken.form());
        if (drawer.keep(up != null ? changes.ruleMoved(up) : changes.withoutRule(remove), FormDrawer.seen(request), "")) {
            Pages.goTo("/office/form-rules?procedure=" + procedure);
        }
    }

    /** The rules in their order. */
    public List<Line> getLines() {
        return lines;
    }

    private List<Line> lines(FormDefinition form) {
        var questions = words.questionsOf(form);
        return IntStream.range(0, form.rules().size()).mapToObj(at -> line(at, form.rules().get(at), questions)).toList();
    }

    private Line line(int at, FormRule rule, FormQuestions questions) {
        var place = questions.find(rule.path(), null).map(Asked::words).orElse(rule.path());
        return new Line(at, words.sentence(rule, questions), words.sentence(rule.when(), questions, FormQuestions.groupOf(rule.path())), place,
                ui.text(rule.message()), words.isWritable(rule, questions));
    }

    /** Number of the version that is written. */
    public int getVersion() {
        return taken.form().version();
    }

    public long getEdition() {
        return taken.edition();
    }

    public String getProcedure() {
        return procedure;
    }

    public void setProcedure(String procedure) {
        this.procedure = procedure;
    }
}

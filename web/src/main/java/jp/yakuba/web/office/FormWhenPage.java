package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import jp.yakuba.application.api.FormField;
import jp.yakuba.web.office.FormDrawer.Taken;
import jp.yakuba.web.shell.Pages;
import jp.yakuba.web.shell.Ui;

/**
 * Behind {@code office/form-when.xhtml}: an author says in words when a question is asked, or when a required one may be left
 * open.
 */
@Named
@RequestScoped
public class FormWhenPage {
    private static final String OPTIONAL = "optional";

    @Inject
    private FormDrawer drawer;

    @Inject
    private RuleWords words;

    @Inject
    private Ui ui;

    @Inject
    private HttpServletRequest request;

    private String procedure;
    private String at;
    private String of;
    private Taken taken;
    private FormField question;
    private ConditionSheet sheet;

    /** Called once the place is known; keeps the condition if it was sent. */
    public void open() throws IOException {
        taken = drawer.take(procedure);
        question = new FormChanges(taken.form()).question(at);
        var questions = words.questionsOf(taken.form());
        var group = questions.groupAt(at);
        if (!Pages.isPost(request)) {
            sheet = ConditionSheet.of(isOptional() ? question.optionalWhen() : question.when(), questions, group);
            return;
        }
        sheet = ConditionSheet.sent(request, questions, group);
        if (!ConditionSheet.isTurned(request)) {
            keep();
        }
    }

    private void keep() throws IOException {
        if (drawer.tellUnfinished(sheet)) {
            return;
        }
        var condition = sheet.condition();
        var conditioned = isOptional() ? question.under(question.when(), condition) : question.under(condition, question.optionalWhen());
        var changed = new FormChanges(taken.form()).with(at, conditioned);
        if (drawer.keep(changed, FormDrawer.seen(request), FormChanges.place(at))) {
            Pages.goTo("/office/form-question?procedure=" + procedure + "&at=" + at);
        }
    }

    /** True for the condition under which a required question may be left open. */
    public boolean isOptional() {
        return OPTIONAL.equals(of);
    }

    public ConditionSheet getSheet() {
        return sheet;
    }

    /** The question in words. */
    public String getTitle() {
        return ui.text(question.label());
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

    public String getAt() {
        return at;
    }

    public void setAt(String at) {
        this.at = at;
    }

    public String getOf() {
        return of;
    }

    public void setOf(String of) {
        this.of = of;
    }
}

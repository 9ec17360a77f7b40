package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormDesk;
import jp.yakuba.application.api.FormVersionLine;
import jp.yakuba.web.office.FormQuestions.Asked;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.NotFound;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/form-rule.xhtml}: an author writes one rule between answers, in words and choices only. */
@Named
@RequestScoped
public class FormRulePage {
    @Inject
    private FormDesk desk;

    @Inject
    private FormDrawer drawer;

    @Inject
    private RuleWords words;

    @Inject
    private Faults faults;

    @Inject
    private Messages messages;

    @Inject
    private HttpServletRequest request;

    private String procedure;
    private String at;
    private FormVersionLine base;
    private FormDefinition form;
    private FormQuestions questions;
    private EditedRule edited;

    /** Called once the place is known; without one a new rule is begun. */
    public void open() throws IOException {
        base = drawer.base(procedure).orElseThrow(NotFound::new);
        form = desk.version(procedure, base.version());
        questions = words.questionsOf(form);
        if (Pages.isPost(request)) {
            edited = EditedRule.sent(request, questions);
            if (!ConditionSheet.isTurned(request)) {
                keep();
            }
        } else {
            edited = isNew() ? EditedRule.begun(questions) : EditedRule.of(new FormChanges(form).rule(at), questions);
        }
    }

    private void keep() throws IOException {
        if (isIncomplete()) {
            return;
        }
        var changes = new FormChanges(form);
        var changed = isNew() ? changes.withNewRule(edited.rule()) : changes.withRule(at, edited.rule());
        var place = "rules[" + (isNew() ? String.valueOf(form.rules().size()) : at) + "]";
        if (drawer.keep(changed, FormDrawer.seen(request), place)) {
            Pages.goTo("/office/form-rules?procedure=" + procedure);
        }
    }

    /** Says what is not chosen yet before the form is looked over as a whole. */
    private boolean isIncomplete() {
        need(!edited.getLeft().isEmpty(), "left", "office.rule.left");
        boolean answer = edited.getKind().equals(RuleSide.Kind.ANSWER.name());
        need(!answer || !edited.getRight().isEmpty(), "right", "office.rule.right");
        boolean value = edited.getKind().equals(RuleSide.Kind.VALUE.name());
        need(!value || !edited.getValue().isEmpty(), "value", "office.rule.value");
        edited.getSheet().unfinished().forEach(number -> faults.add("c" + number, messages.get("office.condition.unfinished")));
        return faults.getCount() > 0;
    }

    private void need(boolean given, String id, String label) {
        if (!given) {
            faults.add(id, messages.of("shell.choose", messages.get(label)));
        }
    }

    public EditedRule getEdited() {
        return edited;
    }

    /** Answers that can be compared. */
    public List<ConditionSheet.Offer> getSides() {
        return questions.sides().stream().map(FormRulePage::offer).toList();
    }

    /** Questions at which it can be told. */
    public List<ConditionSheet.Offer> getPlaces() {
        return questions.places().stream().map(FormRulePage::offer).toList();
    }

    private static ConditionSheet.Offer offer(Asked one) {
        return new ConditionSheet.Offer(one.path(), one.words());
    }

    /** Ways to compare. */
    public List<String> getOperators() {
        return EditedRule.OPERATORS;
    }

    /** What can stand on the other side. */
    public List<String> getKinds() {
        return Arrays.stream(RuleSide.Kind.values()).map(RuleSide.Kind::name).toList();
    }

    /** Units in which today is moved. */
    public List<String> getUnits() {
        return List.of("d", "m", "y");
    }

    private boolean isNew() {
        return at == null || at.isEmpty();
    }

    public long getEdition() {
        return drawer.editionOf(base);
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
}

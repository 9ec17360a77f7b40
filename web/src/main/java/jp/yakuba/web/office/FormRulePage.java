package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import jp.yakuba.web.office.FormDrawer.Taken;
import jp.yakuba.web.office.FormQuestions.Asked;
import jp.yakuba.web.shell.Faults;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Pages;

/** Behind {@code office/form-rule.xhtml}: an author writes one rule between answers, in words and choices only. */
@Named
@RequestScoped
public class FormRulePage {
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
    private Taken taken;
    private List<ConditionSheet.Offer> sides;
    private List<ConditionSheet.Offer> places;
    private EditedRule edited;

    /** Called once the place is known; without one a new rule is begun. */
    public void open() throws IOException {
        taken = drawer.take(procedure);
        var questions = words.questionsOf(taken.form());
        sides = offers(questions.sides());
        places = offers(questions.places());
        if (Pages.isPost(request)) {
            edited = EditedRule.sent(request, questions);
            if (!ConditionSheet.isTurned(request)) {
                keep();
            }
        } else {
            edited = isNew() ? EditedRule.begun(questions) : EditedRule.of(new FormChanges(taken.form()).rule(at), questions);
        }
    }

    private void keep() throws IOException {
        if (isIncomplete()) {
            return;
        }
        var changes = new FormChanges(taken.form());
        var changed = isNew() ? changes.withNewRule(edited.rule()) : changes.withRule(at, edited.rule());
        var place = "rules[" + (isNew() ? String.valueOf(taken.form().rules().size()) : at) + "]";
        if (drawer.keep(changed, FormDrawer.seen(request), place)) {
            Pages.goTo("/office/form-rules?procedure=" + procedure);
        }
    }

    /** Says what is not chosen yet before the form is looked over as a whole. */
    private boolean isIncomplete() {
        need(!edited.getLeft().isEmpty(), "left", "shell.choose", "office.rule.left");
        boolean answer = edited.getKind().equals(RuleSide.Kind.ANSWER.name());
        need(!answer || !edited.getRight().isEmpty(), "right", "shell.choose", "office.rule.right");
        boolean value = edited.getKind().equals(RuleSide.Kind.VALUE.name());
        need(!value || !edited.getValue().isEmpty(), "value", "shell.required", "office.rule.value");
        drawer.tellUnfinished(edited.getSheet());
        return faults.getCount() > 0;
    }

    private void need(boolean given, String id, String words, String label) {
        if (!given) {
            faults.add(id, messages.of(words, messages.get(label)));
        }
    }

    public EditedRule getEdited() {
        return edited;
    }

    /** Answers that can be compared. */
    public List<ConditionSheet.Offer> getSides() {
        return sides;
    }

    /** Questions at which it can be told. */
    public List<ConditionSheet.Offer> getPlaces() {
        return places;
    }

    private static List<ConditionSheet.Offer> offers(List<Asked> questions) {
        return questions.stream().map(one -> new ConditionSheet.Offer(one.path(), one.words())).toList();
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
}

package jp.yakuba.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.yakuba.application.api.CatalogueDesk;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.Condition;
import jp.yakuba.application.api.FormDefinition;
import jp.yakuba.application.api.FormRule;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.web.office.FormQuestions.Asked;
import jp.yakuba.web.shell.Messages;
import jp.yakuba.web.shell.Ui;

/** Rules and conditions of a form as sentences that an author reads. */
@RequestScoped
public class RuleWords {
    private static final Pattern OF_PICKED = Pattern.compile("([^'/]+)/(name|kana|birthDate|sex)");
    private static final Pattern NOT_OLDER = Pattern.compile("'until-(\\d{1,3})@(\\d{2})-(\\d{2})'");

    @Inject
    private Messages messages;

    @Inject
    private Ui ui;

    @Inject
    private CatalogueDesk catalogue;

    /** The questions of a form, in the words of the form. */
    public FormQuestions questionsOf(FormDefinition form) {
        var procedures = catalogue.list().stream().filter(ProcedureView::online).map(one -> new Choice(one.code(), one.name())).toList();
        return new FormQuestions(form, procedures, ui::text, messages::get);
    }

    /** The rule in a sentence: what must be. */
    public String sentence(FormRule rule, FormQuestions questions) {
        return messages.of("office.rule.sentence." + rule.operator(), left(rule, questions), side(rule, questions));
    }

    /** True if the page of a rule can write it; one about people that are picked is written in a file. */
    boolean isWritable(FormRule rule, FormQuestions questions) {
        return questions.find(rule.left(), null).isPresent();
    }

    private String left(FormRule rule, FormQuestions questions) {
        var pick = OF_PICKED.matcher(rule.left());
        return pick.matches() ? messages.of("office.rule.picked." + pick.group(2), name(pick.group(1), questions, null))
                : name(rule.left(), questions, null);
    }

    private String side(FormRule rule, FormQuestions questions) {
        var born = NOT_OLDER.matcher(rule.right());
        if (born.matches()) {
            return messages.of("office.rule.notOlder", born.group(1), Integer.parseInt(born.group(2)), Integer.parseInt(born.group(3)));
        }
        var choices = questions.find(rule.left(), null).map(Asked::choices).orElse(List.of());
        var side = RuleSide.of(rule.right(), choices);
        return switch (side.kind()) {
            case ANSWER -> name(rule.right(), questions, null);
            case VALUE -> messages.of("office.rule.quoted", side.value());
            case TODAY -> side.time() == 0 ? messages.get("office.rule.today")
                    : messages.of("office.rule.today." + side.unit() + (side.before() ? ".before" : ".after"), side.time());
        };
    }

    /** The condition in a sentence; empty if there is none. */
    public String sentence(Condition condition, FormQuestions questions, String group) {
        var parts = new ArrayList<String>();
        EditedCondition.of(condition).forEach(line -> parts.add(messages.of("office.condition.sentence." + line.sort(),
                name(line.path(), questions, group), values(line, questions, group))));
        return String.join(messages.get("office.condition.and"), parts);
    }

    private String values(EditedCondition line, FormQuestions questions, String group) {
        var choices = questions.find(line.path(), group).map(Asked::choices).orElse(List.of());
        return line.values().stream().map(value -> choices.stream().filter(one -> one.value().equals(value)).findFirst()
                        .map(one -> ui.text(one.label())).orElse(value))
                .map(value -> messages.of("office.rule.quoted", value)).collect(Collectors.joining(messages.get("office.condition.or")));
    }

    private String name(String path, FormQuestions questions, String group) {
        return messages.of("office.rule.quoted", questions.find(path, group).map(Asked::words).orElse(path));
    }
}

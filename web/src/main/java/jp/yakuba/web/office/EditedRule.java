package jp.yakuba.web.office;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.api.FormRule;
import jp.yakuba.application.api.Text;
import jp.yakuba.web.office.FormQuestions.Asked;

/** A rule between two answers while its author writes it: what is compared with what, when, where it is told and in which words. */
public final class EditedRule {
    static final List<String> OPERATORS = List.of("lt", "le", "eq", "ge", "gt", "ne");
    private static final int MOST_TIME = 9999;
    private static final FormField NOTHING = new FormField(
            "", null, FieldType.TEXT, null, null, null, false, null, null, null, null, null, List.of(), List.of(), null);

    private final FormQuestions questions;
    private final String left;
    private final String operator;
    private final RuleSide right;
    private final String place;
    private final EditedText message;
    private final ConditionSheet sheet;

    private EditedRule(FormQuestions questions, String left, String operator, RuleSide right, String place, EditedText message, ConditionSheet sheet) {
        this.questions = questions;
        this.left = left;
        this.operator = operator;
        this.right = right;
        this.place = place;
        this.message = message;
        this.sheet = sheet;
    }

    /** A rule that is not there yet. */
    static EditedRule begun(FormQuestions questions) {
        return new EditedRule(questions, "", "le", RuleSide.of("", List.of()), "", EditedText.of(null), ConditionSheet.of(null, questions, null));
    }

    /** Begins with the rule as it stands. */
    static EditedRule of(FormRule rule, FormQuestions questions) {
        var choices = questions.find(rule.left(), null).map(Asked::choices).orElse(List.of());
        return new EditedRule(questions, rule.left(), rule.operator(), RuleSide.of(rule.right(), choices), rule.path(), EditedText.of(rule.message()),
                ConditionSheet.of(rule.when(), questions, FormQuestions.groupOf(rule.path())));
    }

    /** The rule as it was sent. Where it is told is the first answer, unless another place was chosen. */
    static EditedRule sent(HttpServletRequest request, FormQuestions questions) {
        var left = typed(request, "left");
        var place = typed(request, "path").isEmpty() ? left : typed(request, "path");
        var kind = Arrays.stream(RuleSide.Kind.values()).filter(one -> one.name().equals(typed(request, "kind"))).findFirst()
                .orElse(RuleSide.Kind.ANSWER);
        var right = new RuleSide(kind, typed(request, "right"), typed(request, "value"), time(typed(request, "time")),
                !"after".equals(typed(request, "way")), List.of("d", "m").contains(typed(request, "unit")) ? typed(request, "unit") : "y");
        return new EditedRule(questions, left, typed(request, "operator"), right, place,
                EditedText.of(new Text(given(request, "message-ja"), given(request, "message-easy"), given(request, "message-en"))),
                ConditionSheet.sent(request, questions, FormQuestions.groupOf(place)));
    }

    private static int time(String typed) {
        var digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        return digits.matches("\\d{1,4}") ? Math.min(MOST_TIME, Integer.parseInt(digits)) : 0;
    }

    private static String typed(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private static String given(HttpServletRequest request, String name) {
        var value = typed(request, name);
        return value.isEmpty() ? null : value;
    }

    /** The rule as it was written. */
    FormRule rule() {
        var compared = questions.find(left, null).map(Asked::field).orElse(NOTHING);
        return new FormRule(place, left, operator, right.written(compared), sheet.condition(), message.text());
    }

    public String getLeft() {
        return left;
    }

    public String getOperator() {
        return operator;
    }

    /** What it is compared with: an answer, a value or today. */
    public String getKind() {
        return right.kind().name();
    }

    public String getRight() {
        return right.path() == null ? "" : right.path();
    }

    public String getValue() {
        return right.value() == null ? "" : right.value();
    }

    public int getTime() {
        return right.time();
    }

    public String getUnit() {
        return right.unit();
    }

    public boolean isBefore() {
        return right.before();
    }

    /** The question at which it is told. */
    public String getPath() {
        return place;
    }

    public EditedText getMessage() {
        return message;
    }

    public ConditionSheet getSheet() {
        return sheet;
    }
}

package jp.yakuba.application.model.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.FieldProblem;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.application.api.FormPage.Question;
import jp.yakuba.application.api.Text;

/** What is still to be mended in the answers, question by question in the order of the pages. */
public final class AnswerCheck {
    private final FormBundle bundle;
    private final LocalDate today;

    /** Checks answers to the forms as of a day. */
    public AnswerCheck(FormBundle bundle, LocalDate today) {
        this.bundle = bundle;
        this.today = today;
    }

    /** Everything on all pages. */
    public List<FieldProblem> problems(Map<String, String> answers) {
        return problems(answers, null);
    }

    /** Everything on one page; on all with null. */
    public List<FieldProblem> problems(Map<String, String> answers, String section) {
        return problems(bundle.pages(answers), answers, section);
    }

    /** The same for pages that the caller has asked the forms for already. */
    public List<FieldProblem> problems(List<FormPage> pages, Map<String, String> answers, String section) {
        var problems = new ArrayList<FieldProblem>();
        for (var page : pages) {
            if (section == null || section.equals(page.section())) {
                page.questions().forEach(question -> check(question, page.section(), answers, problems));
            }
        }
        problems.addAll(new RuleCheck(bundle, pages, today).problems(answers, section, problems));
        return problems;
    }

    private void check(Question question, String section, Map<String, String> answers, List<FieldProblem> problems) {
        var field = question.field();
        if (field.type() == FieldType.ADDRESS) {
            checkAddress(question, section, answers, problems);
            return;
        }
        var fault = field.type() == FieldType.GROUP
                ? entries(question)
                : fault(question, answers.getOrDefault(question.path(), "").strip());
        if (fault != null) {
            problems.add(new FieldProblem(question.path(), section, fault));
        }
    }

    private Text fault(Question question, String typed) {
        var field = question.field();
        if (field.type() == FieldType.NOTE) {
            return null;
        }
        if (typed.isEmpty()) {
            return field.required() ? missing(field.type()).about(field.label()) : null;
        }
        return new AnswerJudge(field, today).fault(AnswerReading.read(field, typed));
    }

    private static AnswerWords missing(FieldType type) {
        return switch (type) {
            case CHOICE, CHOICES, YES_NO, PERSON, APPOINTMENT -> AnswerWords.CHOOSE;
            case FILE -> AnswerWords.ATTACH;
            default -> AnswerWords.ENTER;
        };
    }

    private static Text entries(Question group) {
        var field = group.field();
        if (field.required() && group.entries() == 0) {
            return AnswerWords.ENTER.about(field.label());
        }
        if (field.maximum() != null && group.entries() > Integer.parseInt(field.maximum())) {
            return AnswerWords.AT_MOST_ENTRIES.about(field.label(), field.maximum());
        }
        return null;
    }

    private static void checkAddress(Question question, String section, Map<String, String> answers, List<FieldProblem> problems) {
        var path = question.path();
        var parts = Paths.ADDRESS_PARTS.stream().map(part -> answers.getOrDefault(path + "." + part, "").strip()).toList();
        if (parts.stream().allMatch(String::isEmpty)) {
            if (question.field().required()) {
                problems.add(new FieldProblem(path + ".postal", section, AnswerWords.ENTER.about(question.field().label())));
            }
            return;
        }
        if (!Written.postal(parts.get(0)).matches("\\d{7}")) {
            problems.add(new FieldProblem(path + ".postal", section, AnswerWords.AS_POSTAL.about(question.field().label())));
        }
        if (parts.get(1).isEmpty() || parts.get(1).length() > 200) {
            problems.add(new FieldProblem(path + ".place", section, AnswerWords.PLACE.about(question.field().label())));
        }
        if (parts.get(2).isEmpty() || parts.get(2).length() > 100) {
            problems.add(new FieldProblem(path + ".lot", section, AnswerWords.LOT.about(question.field().label())));
        }
        if (parts.get(3).length() > 100) {
            problems.add(new FieldProblem(path + ".building", section, AnswerWords.SHORTER.about(question.field().label(), "100")));
        }
    }
}

package jp.yakuba.application.model.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.yakuba.application.api.FieldProblem;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.application.api.FormRule;

/**
 * Judges rules between fields. A rule is silent while one of its sides is unanswered or unreadable; one about people that were picked
 * is judged for each of them.
 */
final class RuleCheck {
    private final FormBundle bundle;
    private final List<FormPage> pages;
    private final LocalDate today;

    RuleCheck(FormBundle bundle, List<FormPage> pages, LocalDate today) {
        this.bundle = bundle;
        this.pages = pages;
        this.today = today;
    }

    /** Broken rules on the page (all with null), where nothing else is wrong already. */
    List<FieldProblem> problems(Map<String, String> answers, String section, List<FieldProblem> known) {
        var read = bundle.withCircumstances(AnswerReading.read(bundle, answers));
        var sections = sectionsByPath();
        var problems = new ArrayList<FieldProblem>();
        for (var rule : bundle.rules()) {
            instances(rule, answers).forEach(instance -> {
                var stands = sections.get(instance.path());
                boolean here = stands != null && (section == null || section.equals(stands));
                boolean free = Stream.concat(known.stream(), problems.stream()).noneMatch(problem -> problem.path().equals(instance.path()));
                if (here && free && isBroken(instance, read)) {
                    problems.add(new FieldProblem(instance.path(), stands, instance.message()));
                }
            });
        }
        return problems;
    }

    private Map<String, String> sectionsByPath() {
        var sections = new HashMap<String, String>();
        pages.forEach(page -> page.questions().forEach(
                question -> Paths.keptBy(question.path(), question.field())
                        .forEach(path -> sections.put(path, page.section()))));
        pages.forEach(page -> page.questions().forEach(question -> sections.put(question.path(), page.section())));
        return sections;
    }

    private static Stream<FormRule> instances(FormRule rule, Map<String, String> answers) {
        if (People.isOfPicked(rule.left())) {
            return People.pathsOfPicked(rule.left(), answers).map(left -> new FormRule(
                    rule.path(), left, rule.operator(), rule.right(), rule.when(), rule.message()));
        }
        int star = rule.path().indexOf(".*.");
        if (star < 0) {
            return Stream.of(rule);
        }
        var group = rule.path().substring(0, star);
        return IntStream.range(0, Groups.entries(answers, group)).mapToObj(i -> new FormRule(
                at(rule.path(), i), at(rule.left(), i), rule.operator(), at(rule.right(), i), rule.when(), rule.message()));
    }

    private static String at(String path, int index) {
        return path.replace(".*.", "." + index + ".");
    }

    private boolean isBroken(FormRule rule, Map<String, String> read) {
        int end = rule.path().lastIndexOf('.');
        if (!Conditions.hold(rule.when(), read, end < 0 ? "" : rule.path().substring(0, end))) {
            return false;
        }
        var left = side(rule.left(), read);
        var right = side(rule.right(), read);
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        int order = compare(left, right);
        return switch (rule.operator()) {
            case "lt" -> order >= 0;
            case "le" -> order > 0;
            case "gt" -> order <= 0;
            case "ge" -> order < 0;
            case "eq" -> order != 0;
            default -> order == 0;
        };
    }

    private String side(String side, Map<String, String> read) {
        if (!side.startsWith("'")) {
            return read.getOrDefault(side, "");
        }
        var literal = side.substring(1, side.length() - 1);
        return WrittenDate.isMoving(literal) ? WrittenDate.bound(literal, today).map(LocalDate::toString).orElse("") : literal;
    }

    private static int compare(String left, String right) {
        var number = "-?\\d+(\\.\\d+)?";
        if (left.matches(number) && right.matches(number)) {
            return new BigDecimal(left).compareTo(new BigDecimal(right));
        }
        boolean dayAndTime = left.matches("\\d{4}-\\d{2}-\\d{2}.*") && right.matches("\\d{4}-\\d{2}-\\d{2}.*");
        int length = dayAndTime ? Math.min(left.length(), right.length()) : Integer.MAX_VALUE;
        return cut(left, length).compareTo(cut(right, length));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}

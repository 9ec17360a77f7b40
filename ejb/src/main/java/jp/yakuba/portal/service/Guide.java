package jp.yakuba.portal.service;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.Condition;
import jp.yakuba.application.api.Text;

/**
 * A guide (手続ガイド): questions in order, each asked only where earlier answers make it matter, and rules by which answers call
 * for procedures. It keeps nothing; whoever asks brings all answers along.
 */
public record Guide(
        String code, Text name, Text summary, String icon, List<Question> questions, List<Rule> rules, List<Fact> facts) {

    /** A question; when it is not asked, its answer does not count. */
    public record Question(String id, Text text, Text hint, boolean multiple, List<Choice> choices, Condition when) {
        boolean accepts(String answer) {
            var values = choices.stream().map(Choice::value).toList();
            var taken = answer == null || answer.isBlank() ? List.<String>of() : Arrays.stream(answer.split(",")).map(String::strip).toList();
            return !taken.isEmpty() && values.containsAll(taken) && (multiple || taken.size() == 1);
        }
    }

    /** A procedure is needed when the condition holds; with several rules, when one of them holds. */
    public record Rule(String procedure, Condition when) {}

    /**
     * A fact handed on to the forms.
     *
     * @param answerTo question whose answer it is; null if {@code value} is handed on
     */
    public record Fact(String path, String answerTo, String value, Condition when) {}

    public Guide {
        questions = List.copyOf(questions);
        rules = List.copyOf(rules);
        facts = List.copyOf(facts);
    }

    /** The answers that count: to questions that are asked, with values that can be chosen, up to the first gap. */
    public Map<String, String> counted(Map<String, String> answers) {
        var counted = new LinkedHashMap<String, String>();
        for (var question : questions) {
            if (!holds(question.when(), counted)) {
                continue;
            }
            var answer = answers.get(question.id());
            if (!question.accepts(answer)) {
                return counted;
            }
            counted.put(question.id(), answer);
        }
        return counted;
    }

    /** The question to be asked next; null if all that matter are answered. */
    public Question next(Map<String, String> answers) {
        var counted = counted(answers);
        return questions.stream()
                .filter(question -> !counted.containsKey(question.id()) && holds(question.when(), counted))
                .findFirst()
                .orElse(null);
    }

    /** Most questions there can be, those answered included. */
    public int atMost(Map<String, String> answers) {
        var counted = counted(answers);
        return (int) questions.stream()
                .filter(question -> counted.containsKey(question.id()) || mayStillHold(question.when(), counted))
                .count();
    }

    /** Codes of the procedures that the answers call for, each once, in the order of the rules. */
    public List<String> procedures(Map<String, String> answers) {
        var counted = counted(answers);
        var needed = new ArrayList<String>();
        rules.stream()
                .filter(rule -> holds(rule.when(), counted) && !needed.contains(rule.procedure()))
                .forEach(rule -> needed.add(rule.procedure()));
        return needed;
    }

    /** What the forms need not ask any more, by path. */
    public Map<String, String> facts(Map<String, String> answers) {
        var counted = counted(answers);
        var given = new LinkedHashMap<String, String>();
        for (var fact : facts) {
            var value = fact.answerTo() == null ? fact.value() : counted.get(fact.answerTo());
            if (value != null && holds(fact.when(), counted)) {
                given.put(fact.path(), value);
            }
        }
        return given;
    }

    private static boolean holds(Condition condition, Map<String, String> answers) {
        if (condition == null) {
            return true;
        }
        var answer = answers.getOrDefault(condition.path(), "");
        boolean matches = !answer.isEmpty()
                && (condition.in().isEmpty() || Arrays.stream(answer.split(",")).map(String::strip).anyMatch(condition.in()::contains));
        return matches != condition.not() && condition.all().stream().allMatch(besides -> holds(besides, answers));
    }

    private boolean mayStillHold(Condition condition, Map<String, String> counted) {
        if (condition == null || holds(condition, counted)) {
            return true;
        }
        return !counted.containsKey(condition.path())
                && questions.stream()
                        .filter(question -> question.id().equals(condition.path()))
                        .anyMatch(question -> mayStillHold(question.when(), counted));
    }
}

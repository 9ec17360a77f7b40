package jp.yakuba.application.model.form;

import java.util.Arrays;
import java.util.Map;
import jp.yakuba.application.api.Condition;

/** Whether a condition of a form holds for the answers given so far. */
public final class Conditions {
    private Conditions() {}

    /** True if the condition holds; no condition always holds. */
    public static boolean hold(Condition condition, Map<String, String> answers) {
        return hold(condition, answers, "");
    }

    /** The same inside an entry of a group, for which paths that begin with a dot are meant. */
    public static boolean hold(Condition condition, Map<String, String> answers, String entry) {
        if (condition == null) {
            return true;
        }
        boolean itself = condition.path() == null || matches(condition, answers, entry) != condition.not();
        return itself && condition.all().stream().allMatch(besides -> hold(besides, answers, entry));
    }

    private static boolean matches(Condition condition, Map<String, String> answers, String entry) {
        var path = condition.path().startsWith(".") ? entry + condition.path() : condition.path();
        var answer = answers.getOrDefault(path, "").strip();
        if (answer.isEmpty()) {
            return false;
        }
        return condition.in().isEmpty() || Arrays.stream(answer.split(",")).map(String::strip).anyMatch(condition.in()::contains);
    }
}

package jp.yakuba.application.service;

import static jp.yakuba.application.api.ApplicationProblem.TOO_MANY;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.VisibleText;

/** What comes from a browser as answers: as typed, but within measure and only under paths that could be a form's. */
final class TypedAnswers {
    private static final int MOST_PATHS = 2_000;
    private static final int LONGEST = 20_000;
    private static final Pattern PATH = Pattern.compile("[A-Za-z][A-Za-z0-9-]*(\\.[A-Za-z0-9-]+){0,6}");

    private TypedAnswers() {}

    /** The answers without strange paths; refused if there is more than any form could ask. */
    static Map<String, String> checked(Map<String, String> answers) {
        if (answers.size() > MOST_PATHS) {
            throw new RuleViolation(TOO_MANY, MOST_PATHS);
        }
        var kept = new LinkedHashMap<String, String>();
        answers.forEach((path, answer) -> {
            if (path.length() <= 200 && PATH.matcher(path).matches()) {
                kept.put(path, measured(answer));
            }
        });
        return kept;
    }

    private static String measured(String answer) {
        if (answer != null && answer.length() > LONGEST) {
            throw new RuleViolation(TOO_MANY, LONGEST);
        }
        return answer == null ? "" : VisibleText.of(answer);
    }
}

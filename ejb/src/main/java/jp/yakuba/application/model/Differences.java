package jp.yakuba.application.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormPage.Question;
import jp.yakuba.application.model.form.FormBundle;
import jp.yakuba.application.model.form.Paths;

/** Where the answers to a form differ before and after a correction: changed, added with an entry, or gone with one. */
public final class Differences {
    private Differences() {}

    /** The questions of before and after whose answers are not the same, in the order of the form. */
    public static List<Question> between(FormBundle form, Map<String, String> before, Map<String, String> after) {
        var questions = new LinkedHashMap<String, Question>();
        List.of(after, before).forEach(answers -> form.pages(answers).forEach(
                page -> page.questions().forEach(question -> questions.putIfAbsent(question.path(), question))));
        return questions.values().stream().filter(question -> differs(question, before, after)).toList();
    }

    private static boolean differs(Question question, Map<String, String> before, Map<String, String> after) {
        return question.field().type() != FieldType.GROUP
                && Paths.keptBy(question.path(), question.field())
                        .anyMatch(path -> !before.getOrDefault(path, "").equals(after.getOrDefault(path, "")));
    }
}

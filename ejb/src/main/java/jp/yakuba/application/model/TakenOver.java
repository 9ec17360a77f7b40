package jp.yakuba.application.model;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.yakuba.application.api.FieldProblem;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.model.form.AnswerCheck;
import jp.yakuba.application.model.form.FormBundle;

/**
 * What a new application takes over from an earlier one (前の答えの使い回し): answers, but neither files nor booked times, for those
 * belong to what was sent, nor a date that can no longer be given, such as a wished-for day that has passed.
 */
public final class TakenOver {
    private static final Set<FieldType> NEVER = Set.of(FieldType.FILE, FieldType.APPOINTMENT);

    private TakenOver() {}

    /** The answers that hold on that day; what was left open is left open again, as if it had not been asked yet. */
    public static Map<String, String> from(FormBundle form, Map<String, String> typed, LocalDate today) {
        var wrong = new AnswerCheck(form, today).problems(typed).stream().map(FieldProblem::path).collect(Collectors.toSet());
        var answers = new LinkedHashMap<>(typed);
        answers.values().removeIf(String::isBlank);
        form.pages(typed).stream().flatMap(page -> page.questions().stream())
                .filter(question -> NEVER.contains(question.field().type())
                        || question.field().type() == FieldType.DATE && wrong.contains(question.path()))
                .forEach(question -> answers.remove(question.path()));
        return answers;
    }
}

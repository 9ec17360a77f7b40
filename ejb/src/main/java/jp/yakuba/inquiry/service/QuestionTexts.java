package jp.yakuba.inquiry.service;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.yakuba.inquiry.api.Given;
import jp.yakuba.inquiry.api.Question;

/** The texts of forms and of what was given, to be looked at and given out in another shape. */
final class QuestionTexts {
    private QuestionTexts() {}

    /** What a form says. */
    static Stream<String> of(List<Question> form) {
        return form.stream().flatMap(question -> Stream.concat(Stream.of(question.label(), question.hint() == null ? "" : question.hint()),
                question.list().stream()));
    }

    /** The form with other texts. */
    static List<Question> hidden(List<Question> form, UnaryOperator<String> hide) {
        return form.stream().map(question -> new Question(question.code(), question.kind(), hide.apply(question.label()), hide.apply(question.hint()),
                question.required(), question.unit(), question.least(), question.most(), question.list().stream().map(hide).toList())).toList();
    }

    /** What was given, with other texts. */
    static List<Given> hiddenIn(List<Given> given, UnaryOperator<String> hide) {
        return given.stream().map(one -> new Given(one.question(), one.values().stream().map(hide).toList())).toList();
    }
}

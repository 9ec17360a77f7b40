package jp.yakuba.inquiry.model;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.yakuba.inquiry.api.Given;
import jp.yakuba.inquiry.api.Question;
import jp.yakuba.kernel.VisibleText;

/** Words as they may travel: signs that can be seen, in lines. */
public final class CleanText {
    private CleanText() {}

    /** Lines of signs that can be seen. */
    public static String lines(String text) {
        return text.lines().map(VisibleText::of).collect(Collectors.joining("\n")).strip();
    }

    /** One line; null stays null, and nothing becomes null. */
    public static String line(String text) {
        if (text == null) {
            return null;
        }
        var line = VisibleText.of(text).strip();
        return line.isEmpty() ? null : line;
    }

    /** A question of such words. */
    public static Question of(Question question) {
        return new Question(question.code(), question.kind(), line(question.label()), line(question.hint()), question.required(), line(question.unit()),
                question.least(), question.most(), question.list().stream().map(CleanText::line).filter(Objects::nonNull).toList());
    }

    /** An answer of such words; cells stay apart. */
    public static Given of(Given given) {
        return new Given(given.question(), given.values().stream().map(CleanText::value).toList());
    }

    private static String value(String value) {
        return value.contains(Given.CELL)
                ? List.of(value.split(Given.CELL, -1)).stream().map(cell -> VisibleText.of(cell).strip()).collect(Collectors.joining(Given.CELL))
                : lines(value);
    }
}

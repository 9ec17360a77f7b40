package jp.yakuba.inquiry.model;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.yakuba.inquiry.api.AnswerFault;
import jp.yakuba.inquiry.api.Given;
import jp.yakuba.inquiry.api.Question;

/** What answers must keep for their form. */
public final class AnswerRules {
    /** Most letters of a line. */
    public static final int LONGEST_LINE = 300;
    /** Most letters of a long text. */
    public static final int LONGEST_TEXT = 5000;
    /** Most rows of a table. */
    public static final int MOST_ROWS = 500;
    /** Eras begin with 明治; a day before has no name in them. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1868, 10, 23);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,14}(\\.[0-9]{1,4})?");

    private AnswerRules() {}

    /** What is wrong, by the code of the question, in the order of the form. */
    public static Map<String, AnswerFault> faults(List<Question> form, List<Given> given) {
        var values = given.stream().collect(Collectors.toMap(Given::question, Given::values, (first, second) -> first));
        var faults = new LinkedHashMap<String, AnswerFault>();
        form.forEach(question -> {
            var fault = fault(question, values.getOrDefault(question.code(), List.of()));
            if (fault != null) {
                faults.put(question.code(), fault);
            }
        });
        return faults;
    }

    /** True if every answer belongs to a question of the form, and none is answered twice. */
    public static boolean belong(List<Question> form, List<Given> given) {
        var codes = form.stream().map(Question::code).collect(Collectors.toSet());
        return given.stream().allMatch(one -> codes.remove(one.question()));
    }

    /** True if a day can be written in an era, and in four digits. */
    public static boolean isDay(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /** Code of the question whose answer has most letters. */
    static String longest(List<Given> given) {
        return given.stream().max(Comparator.comparingLong(one -> one.values().stream().mapToLong(String::length).sum())).map(Given::question).orElseThrow();
    }

    private static AnswerFault fault(Question question, List<String> values) {
        if (values.stream().allMatch(String::isBlank)) {
            return question.required() ? AnswerFault.MISSING : null;
        }
        return switch (question.kind()) {
            case TEXT -> lines(values, LONGEST_LINE);
            case LONG_TEXT -> text(values);
            case NUMBER -> number(question, values);
            case DATE -> date(values);
            case CHOICE -> values.size() == 1 && question.list().containsAll(values) ? null : AnswerFault.NO_CHOICE;
            case CHOICES -> new HashSet<>(values).size() == values.size() && question.list().containsAll(values) ? null : AnswerFault.NO_CHOICE;
            case TABLE -> table(question, values);
        };
    }

    private static AnswerFault lines(List<String> values, int longest) {
        return values.size() == 1 && values.get(0).length() <= longest && values.get(0).lines().count() == 1 ? null : AnswerFault.TOO_LONG;
    }

    private static AnswerFault text(List<String> values) {
        return values.size() == 1 && values.get(0).length() <= LONGEST_TEXT ? null : AnswerFault.TOO_LONG;
    }

    private static AnswerFault number(Question question, List<String> values) {
        if (values.size() != 1 || !NUMBER.matcher(values.get(0)).matches()) {
            return AnswerFault.NO_NUMBER;
        }
        var number = new BigDecimal(values.get(0));
        if (question.least() != null && number.compareTo(question.least()) < 0) {
            return AnswerFault.TOO_SMALL;
        }
        return question.most() != null && number.compareTo(question.most()) > 0 ? AnswerFault.TOO_LARGE : null;
    }

    private static AnswerFault date(List<String> values) {
        try {
            return values.size() == 1 && isDay(LocalDate.parse(values.get(0))) ? null : AnswerFault.NO_DATE;
        } catch (DateTimeException none) {
            return AnswerFault.NO_DATE;
        }
    }

    private static AnswerFault table(Question question, List<String> rows) {
        if (rows.size() > MOST_ROWS || rows.stream().anyMatch(row -> row.split(Given.CELL, -1).length != question.list().size())) {
            return AnswerFault.NO_TABLE;
        }
        boolean fits = rows.stream().flatMap(row -> List.of(row.split(Given.CELL, -1)).stream()).allMatch(cell -> cell.length() <= LONGEST_LINE);
        return fits ? null : AnswerFault.TOO_LONG;
    }
}

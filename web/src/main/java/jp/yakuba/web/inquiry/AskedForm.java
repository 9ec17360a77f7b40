package jp.yakuba.web.inquiry;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import jp.yakuba.inquiry.api.AskedSheet;
import jp.yakuba.inquiry.api.Given;
import jp.yakuba.inquiry.api.Question;
import jp.yakuba.inquiry.api.QuestionKind;
import jp.yakuba.web.shell.DateParts;

/** Answers as they were typed, or as they were kept. */
final class AskedForm {
    private static final int SPARE = 3;
    private static final int MOST_ROWS = 500;

    private final HttpServletRequest request;
    private final AskedSheet sheet;
    private final boolean typed;

    AskedForm(HttpServletRequest request, AskedSheet sheet, boolean typed) {
        this.request = request;
        this.sheet = sheet;
        this.typed = typed;
    }

    /** What is shown in the field of a question. */
    String shown(Question question) {
        return typed ? of(question.code()) : sheet.to(question.code()).stream().findFirst().orElse("");
    }

    /** True if the choice is taken. */
    boolean taken(Question question, String choice) {
        return values(question).contains(choice);
    }

    /** Rows of a table with some to spare; each has a cell for each column. */
    List<List<String>> rows(Question question) {
        var rows = new ArrayList<List<String>>();
        values(question).forEach(row -> rows.add(List.of(row.split(Given.CELL, -1))));
        for (int spare = 0; spare < SPARE && rows.size() < MOST_ROWS; spare++) {
            rows.add(question.list().stream().map(column -> "").toList());
        }
        return rows;
    }

    private List<String> values(Question question) {
        return typed ? given(question) : sheet.to(question.code());
    }

    /** All answers as typed. */
    List<Given> given() {
        return sheet.form().stream().map(question -> new Given(question.code(), given(question))).toList();
    }

    private List<String> given(Question question) {
        if (question.kind() == QuestionKind.TABLE) {
            return typedRows(question);
        }
        if (question.kind() == QuestionKind.CHOICES) {
            var chosen = request.getParameterValues(question.code());
            return chosen == null ? List.of() : List.of(chosen).stream().distinct().toList();
        }
        var value = of(question.code());
        if (value.isEmpty()) {
            return List.of();
        }
        return List.of(switch (question.kind()) {
            case NUMBER -> Normalizer.normalize(value, Normalizer.Form.NFKC).replace(",", "");
            case DATE -> DateParts.day(value) == null ? value : DateParts.day(value).toString();
            default -> value;
        });
    }

    private List<String> typedRows(Question question) {
        var rows = new ArrayList<String>();
        for (int row = 0; row < MOST_ROWS && request.getParameter(cell(question, row, 0)) != null; row++) {
            var cells = new ArrayList<String>();
            for (int column = 0; column < question.list().size(); column++) {
                cells.add(of(cell(question, row, column)).replace(Given.CELL, " "));
            }
            if (!cells.stream().allMatch(String::isEmpty)) {
                rows.add(String.join(Given.CELL, cells));
            }
        }
        return rows;
    }

    private static String cell(Question question, int row, int column) {
        return question.code() + "-" + row + "-" + column;
    }

    private String of(String field) {
        var value = request.getParameter(field);
        return value == null ? "" : value.strip();
    }
}

package jp.yakuba.web.inquiry;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.yakuba.inquiry.api.InquirySheet;
import jp.yakuba.inquiry.api.Question;
import jp.yakuba.inquiry.api.QuestionKind;

/** The form in which an inquiry is written, as it was typed. */
final class InquiryForm {
    static final int MOST = 100;
    private static final int SPARE = 3;
    private static final int LONGEST = 300;
    private static final int LONGEST_UNIT = 20;
    private static final int MOST_CHOICES = 50;
    private static final String NUMBER = "-?[0-9]{1,14}(\\.[0-9]{1,4})?";

    private final List<Row> rows = new ArrayList<>();

    /** A question as typed; list has one choice or column on each line. */
    public record Row(int place, String kind, String label, String hint, boolean required, String unit, String least, String most, String list) {
        boolean isEmpty() {
            return label.isEmpty() && hint.isEmpty() && list.isEmpty() && unit.isEmpty() && least.isEmpty() && most.isEmpty();
        }

        /** True if it says more than its question; then all of it is shown. */
        public boolean isFilled() {
            return !(hint.isEmpty() && list.isEmpty() && unit.isEmpty() && least.isEmpty() && most.isEmpty()) || kindOf().hasList();
        }

        QuestionKind kindOf() {
            return Stream.of(QuestionKind.values()).filter(one -> one.name().equals(kind)).findFirst().orElse(QuestionKind.TEXT);
        }

        List<String> choices() {
            return list.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        }
    }

    /** As it was kept. */
    static InquiryForm of(InquirySheet sheet) {
        var form = new InquiryForm();
        if (sheet != null) {
            sheet.form().forEach(one -> form.rows.add(new Row(form.rows.size(), one.kind().name(), or(one.label()), or(one.hint()), one.required(), or(one.unit()),
                    plain(one.least()), plain(one.most()), String.join("\n", one.list()))));
        }
        return form.spared();
    }

    /** As it was typed. */
    static InquiryForm of(HttpServletRequest request) {
        var form = new InquiryForm();
        for (int place = 0; place < MOST && request.getParameter("label-" + place) != null; place++) {
            var row = row(request, place, form.rows.size());
            if (!row.isEmpty()) {
                form.rows.add(row);
            }
        }
        return form.spared();
    }

    private static Row row(HttpServletRequest request, int typed, int place) {
        return new Row(place, of(request, "kind-" + typed), of(request, "label-" + typed), of(request, "hint-" + typed),
                request.getParameter("required-" + typed) != null, of(request, "unit-" + typed), of(request, "least-" + typed), of(request, "most-" + typed),
                of(request, "list-" + typed));
    }

    private InquiryForm spared() {
        for (int spare = 0; spare < SPARE && rows.size() < MOST; spare++) {
            rows.add(new Row(rows.size(), QuestionKind.TEXT.name(), "", "", false, "", "", "", ""));
        }
        return this;
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    /** What is wrong: the key of the words by the id of the field. */
    Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        rows.stream().filter(row -> !row.isEmpty()).forEach(row -> fault(row, faults));
        return faults;
    }

    private static void fault(Row row, Map<String, String> faults) {
        put(faults, "label-" + row.place(), row.label().isEmpty() || row.label().length() > LONGEST, "office.inquiry.fault.label");
        put(faults, "hint-" + row.place(), row.hint().length() > LONGEST, "document.receive.fault.long");
        put(faults, "unit-" + row.place(), row.unit().length() > LONGEST_UNIT, "document.receive.fault.long");
        boolean numbers = Stream.of(row.least(), row.most()).allMatch(text -> text.isEmpty() || text.matches(NUMBER));
        boolean ordered = numbers && (row.least().isEmpty() || row.most().isEmpty()
                || new BigDecimal(row.least()).compareTo(new BigDecimal(row.most())) <= 0);
        put(faults, "least-" + row.place(), row.kindOf() == QuestionKind.NUMBER && !ordered, "office.inquiry.fault.range");
        var choices = row.choices();
        boolean listed = !choices.isEmpty() && choices.size() <= MOST_CHOICES && choices.stream().distinct().count() == choices.size()
                && choices.stream().allMatch(choice -> choice.length() <= LONGEST);
        put(faults, "list-" + row.place(), row.kindOf().hasList() && !listed, "office.inquiry.fault.list");
    }

    private static void put(Map<String, String> faults, String field, boolean wrong, String key) {
        if (wrong) {
            faults.put(field, key);
        }
    }

    /** The questions; what does not belong to a kind is left out. */
    List<Question> questions() {
        var questions = new ArrayList<Question>();
        for (var row : rows) {
            if (!row.isEmpty()) {
                boolean number = row.kindOf() == QuestionKind.NUMBER;
                questions.add(new Question("q" + (questions.size() + 1), row.kindOf(), row.label(), given(row.hint()), row.required(),
                        number ? given(row.unit()) : null, number ? decimal(row.least()) : null, number ? decimal(row.most()) : null,
                        row.kindOf().hasList() ? row.choices() : List.of()));
            }
        }
        return questions;
    }

    private static BigDecimal decimal(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static String given(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static String or(String text) {
        return text == null ? "" : text;
    }

    private static String of(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }
}

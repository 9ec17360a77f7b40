package jp.yakuba.application.model.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import jp.yakuba.application.api.FormFault;
import jp.yakuba.application.api.FormField;

/** Whether the least, the most and the pattern of a field can be understood. */
final class FieldBounds {
    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

    private FieldBounds() {}

    static List<FormFault> faults(FormField field, String at) {
        var faults = new ArrayList<FormFault>();
        check(field, field.minimum(), at + ".minimum", faults);
        check(field, field.maximum(), at + ".maximum", faults);
        if (field.pattern() != null) {
            try {
                Pattern.compile(field.pattern());
            } catch (PatternSyntaxException broken) {
                faults.add(new FormFault(at + ".pattern", "正規表現として読めません。"));
            }
        }
        if (faults.isEmpty() && field.minimum() != null && field.maximum() != null && isTurned(field)) {
            faults.add(new FormFault(at + ".minimum", "minimumはmaximum以下にしてください。"));
        }
        return faults;
    }

    private static void check(FormField field, String bound, String at, List<FormFault> faults) {
        if (bound == null) {
            return;
        }
        var words = switch (field.type()) {
            case DATE -> WrittenDate.bound(bound, ANY_DAY).isPresent() ? null : "日付か today, today-3y, today+14d のように書いてください。";
            case NUMBER -> bound.matches("-?\\d{1,15}(\\.\\d{1,6})?") ? null : "数で書いてください。";
            case TEXT, LONG_TEXT, KANA, CHOICES, PERSON, GROUP, FILE -> bound.matches("\\d{1,4}") ? null : "0以上の整数で書いてください。";
            default -> "この種類の問いには書けません。";
        };
        if (words != null) {
            faults.add(new FormFault(at, words));
        }
    }

    private static boolean isTurned(FormField field) {
        return switch (field.type()) {
            case DATE -> WrittenDate.bound(field.minimum(), ANY_DAY).orElseThrow()
                    .isAfter(WrittenDate.bound(field.maximum(), ANY_DAY).orElseThrow());
            default -> Double.parseDouble(field.minimum()) > Double.parseDouble(field.maximum());
        };
    }
}

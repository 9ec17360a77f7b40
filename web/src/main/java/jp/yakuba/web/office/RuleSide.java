package jp.yakuba.web.office;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.FormField;
import jp.yakuba.kernel.EraDate;

/**
 * What the answer of a rule is compared with: another answer, a value, or the day on which the form is sent, moved by some time.
 *
 * @param path the other answer; null unless it is one
 * @param value the value as people write it; null unless it is one
 * @param time how many units before or after today
 * @param unit {@code d}, {@code m} or {@code y}
 */
record RuleSide(Kind kind, String path, String value, int time, boolean before, String unit) {
    /** What stands on the other side. */
    enum Kind {
        ANSWER,
        VALUE,
        TODAY
    }

    private static final Pattern DAY = Pattern.compile("'today(?:([+-])(\\d{1,4})([dmy]))?'");

    /** A side as definitions write it, in the words of those who can be chosen. */
    static RuleSide of(String written, List<Choice> choices) {
        if (written == null || !written.startsWith("'") || written.length() < 2) {
            return new RuleSide(Kind.ANSWER, written, null, 0, true, "y");
        }
        var day = DAY.matcher(written);
        if (day.matches()) {
            boolean moved = day.group(1) != null;
            return new RuleSide(Kind.TODAY, null, null, moved ? Integer.parseInt(day.group(2)) : 0,
                    !moved || day.group(1).equals("-"), moved ? day.group(3) : "y");
        }
        var literal = written.substring(1, written.length() - 1);
        return new RuleSide(Kind.VALUE, null, choices.stream().filter(one -> one.value().equals(literal))
                .map(one -> one.label().ja()).findFirst().orElse(literal), 0, true, "y");
    }

    /** The side as definitions write it: words of a choice become its value, a date of any era the day that is compared. */
    String written(FormField compared) {
        return switch (kind) {
            case ANSWER -> path;
            case TODAY -> time == 0 ? "'today'" : "'today" + (before ? "-" : "+") + time + unit + "'";
            case VALUE -> "'" + plain(value == null ? "" : value.strip(), compared) + "'";
        };
    }

    private static String plain(String typed, FormField compared) {
        var chosen = compared.choices().stream().filter(one -> one.value().equals(typed) || isCalled(one, typed)).map(Choice::value).findFirst();
        return chosen.orElseGet(() -> switch (compared.type()) {
            case DATE -> EraDate.parse(typed).map(LocalDate::toString).orElse(typed);
            case NUMBER -> Normalizer.normalize(typed, Normalizer.Form.NFKC).replace(",", "");
            default -> typed;
        });
    }

    private static boolean isCalled(Choice choice, String words) {
        var label = choice.label();
        return words.equals(label.ja()) || words.equals(label.easy()) || words.equals(label.en());
    }
}

package jp.yakuba.application.model.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.api.Text;

/** Judges one uniform, non-empty answer to one field. */
final class AnswerJudge {
    private static final Pattern KANA = Pattern.compile("[\\u30A1-\\u30FA\\u30FC・　]+");
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern PHONE = Pattern.compile("(\\+\\d{1,3}-?)?\\d[\\d-]{7,14}\\d");
    private static final int TEXT_LIMIT = 200;
    private static final int LONG_TEXT_LIMIT = 4000;

    private final FormField field;
    private final LocalDate today;

    AnswerJudge(FormField field, LocalDate today) {
        this.field = field;
        this.today = today;
    }

    /** How to mend the answer; null if nothing is wrong with it. */
    Text fault(String answer) {
        return switch (field.type()) {
            case TEXT -> text(answer, TEXT_LIMIT);
            case LONG_TEXT -> text(answer, LONG_TEXT_LIMIT);
            case KANA -> KANA.matcher(answer).matches() ? text(answer, TEXT_LIMIT) : AnswerWords.IN_KANA.about(field.label());
            case NUMBER -> number(answer);
            case DATE -> date(answer);
            case MAIL -> MAIL.matcher(answer).matches() && answer.length() <= 254 ? null : AnswerWords.AS_MAIL.about(field.label());
            case PHONE -> PHONE.matcher(answer).matches() ? null : AnswerWords.AS_PHONE.about(field.label());
            case CHOICE, CHOICES, PERSON -> choices(answer);
            case YES_NO -> List.of("yes", "no").contains(answer) ? null : AnswerWords.CHOOSE.about(field.label());
            case APPOINTMENT -> appointment(answer);
            default -> null;
        };
    }

    private Text text(String answer, int limit) {
        int length = answer.codePointCount(0, answer.length());
        int least = field.minimum() == null ? 0 : Integer.parseInt(field.minimum());
        int most = field.maximum() == null ? limit : Integer.parseInt(field.maximum());
        if (length < least) {
            return AnswerWords.LONGER.about(field.label(), field.minimum());
        }
        if (length > most) {
            return AnswerWords.SHORTER.about(field.label(), String.valueOf(most));
        }
        if (field.pattern() != null && !answer.matches(field.pattern())) {
            return AnswerWords.AS_SHOWN.about(field.label());
        }
        return Nations.COUNTRY_NAME.equals(field.autocomplete()) && Nations.find(answer).isEmpty()
                ? AnswerWords.COUNTRY.about(field.label()) : null;
    }

    private Text number(String answer) {
        if (!answer.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
            return AnswerWords.AS_NUMBER.about(field.label());
        }
        var value = new BigDecimal(answer);
        if (field.minimum() != null && value.compareTo(new BigDecimal(field.minimum())) < 0) {
            return AnswerWords.NUMBER_FROM.about(field.label(), field.minimum());
        }
        if (field.maximum() != null && value.compareTo(new BigDecimal(field.maximum())) > 0) {
            return AnswerWords.NUMBER_TO.about(field.label(), field.maximum());
        }
        return null;
    }

    private Text date(String answer) {
        var date = WrittenDate.read(answer).orElse(null);
        if (date == null) {
            return AnswerWords.AS_DATE.about(field.label());
        }
        var from = WrittenDate.bound(field.minimum(), today).orElse(null);
        if (from != null && date.isBefore(from)) {
            return AnswerWords.DATE_FROM.about(field.label(), inWords(from));
        }
        var until = WrittenDate.bound(field.maximum(), today).orElse(null);
        if (until != null && date.isAfter(until)) {
            return AnswerWords.DATE_TO.about(field.label(), inWords(until));
        }
        return null;
    }

    private static Text inWords(LocalDate date) {
        return new Text(WrittenDate.inEra(date), WrittenDate.inWesternYear(date), date.toString());
    }

    private Text choices(String answer) {
        var picked = List.of(answer.split(","));
        var offered = field.choices().stream().map(Choice::value).toList();
        if (!offered.containsAll(picked)) {
            return AnswerWords.CHOOSE_LISTED.about(field.label());
        }
        int least = field.minimum() == null ? 0 : Integer.parseInt(field.minimum());
        if (picked.size() < least) {
            return AnswerWords.PICK_AT_LEAST.about(field.label(), field.minimum());
        }
        int most = switch (field.type()) {
            case CHOICE -> 1;
            default -> field.maximum() == null ? Integer.MAX_VALUE : Integer.parseInt(field.maximum());
        };
        return picked.size() > most ? AnswerWords.PICK_AT_MOST.about(field.label(), String.valueOf(most)) : null;
    }

    private Text appointment(String answer) {
        try {
            var at = LocalDateTime.parse(answer);
            return at.toLocalDate().isBefore(today) ? AnswerWords.APPOINTMENT.about(field.label()) : null;
        } catch (DateTimeException unreadable) {
            return AnswerWords.APPOINTMENT.about(field.label());
        }
    }
}

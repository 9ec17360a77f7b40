package jp.yakuba.application.model.form;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import jp.yakuba.application.api.FieldType;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.api.FormPage;
import jp.yakuba.application.api.FormPage.Question;

/**
 * Typed answers made uniform on submission (widths, kana, dates, numbers); a draft keeps them as typed. Answers to questions
 * that are not asked any more are left behind.
 */
public final class AnswerReading {
    private AnswerReading() {}

    /** The answers as they are to be kept with the application. */
    public static Map<String, String> read(FormBundle bundle, Map<String, String> typed) {
        var kept = new LinkedHashMap<String, String>();
        for (FormPage page : bundle.pages(typed)) {
            for (var question : page.questions()) {
                keep(question, typed, kept);
            }
        }
        return kept;
    }

    private static void keep(Question question, Map<String, String> typed, Map<String, String> kept) {
        var type = question.field().type();
        if (type == FieldType.GROUP) {
            kept.put(question.path() + ".count", String.valueOf(question.entries()));
            return;
        }
        if (type == FieldType.ADDRESS) {
            Paths.ADDRESS_PARTS.forEach(part -> put(kept, question.path() + "." + part, part(part, typed.get(question.path() + "." + part))));
            return;
        }
        put(kept, question.path(), read(question.field(), typed.get(question.path())));
    }

    /** One answer made uniform for its field: a text with a pattern is taken in half width if only so it fits. */
    static String read(FormField field, String typed) {
        if (typed != null && field.type() == FieldType.TEXT && field.pattern() != null) {
            var half = Written.halfWidth(typed).strip();
            return half.matches(field.pattern()) ? half : typed.strip();
        }
        return read(field.type(), typed);
    }

    private static void put(Map<String, String> kept, String path, String answer) {
        if (answer != null && !answer.isEmpty()) {
            kept.put(path, answer);
        }
    }

    static String part(String part, String typed) {
        if (typed == null) {
            return null;
        }
        return switch (part) {
            case "postal" -> Written.postal(typed);
            case "lot" -> Written.lot(typed);
            default -> typed.strip();
        };
    }

    /** One answer made uniform for its kind; what cannot be read stays as typed. */
    public static String read(FieldType type, String typed) {
        if (typed == null) {
            return null;
        }
        var text = typed.strip();
        return switch (type) {
            case KANA -> Written.kana(text);
            case NUMBER -> Written.number(text);
            case DATE -> WrittenDate.read(text).map(LocalDate::toString).orElse(text);
            case MAIL -> Written.mail(text);
            case PHONE -> Written.phone(text);
            case CHOICES, PERSON -> Arrays.stream(text.split(",")).map(String::strip).filter(word -> !word.isEmpty())
                    .distinct().collect(Collectors.joining(","));
            default -> text;
        };
    }
}

package jp.yakuba.application.model.paper;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.yakuba.application.api.Choice;
import jp.yakuba.application.api.FormField;
import jp.yakuba.application.model.form.People;
import jp.yakuba.application.model.form.Paths;
import jp.yakuba.application.model.form.WrittenDate;

/** Answers in words a person reads: choices by their labels, dates in the era, people by name. */
public final class AnswerWording {
    private final Map<String, String> answers;
    private final String language;

    /** Words for the answers in a language of the portal. */
    public AnswerWording(Map<String, String> answers, String language) {
        this.answers = answers;
        this.language = language;
    }

    /** The answer to a field in words; empty if there is none. */
    public String of(String path, FormField field) {
        var answer = answers.getOrDefault(path, "").strip();
        return switch (field.type()) {
            case ADDRESS -> address(path);
            case DATE -> WrittenDate.read(answer).map(this::date).orElse(answer);
            case CHOICE, CHOICES -> labels(answer, field);
            case YES_NO -> yesNo(answer);
            case PERSON -> people(answer);
            case APPOINTMENT -> appointment(answer);
            default -> answer;
        };
    }

    private String date(LocalDate date) {
        return switch (language) {
            case "en" -> date.toString();
            case "ja-easy" -> WrittenDate.inWesternYear(date);
            default -> WrittenDate.inEra(date);
        };
    }

    private String yesNo(String answer) {
        return switch (answer) {
            case "yes" -> PaperWords.YES.in(language);
            case "no" -> PaperWords.NO.in(language);
            default -> answer;
        };
    }

    private String labels(String answer, FormField field) {
        var labels = field.choices().stream()
                .collect(Collectors.toMap(Choice::value, choice -> choice.label().in(language), (first, second) -> first));
        return Arrays.stream(answer.split(",")).map(String::strip).map(value -> labels.getOrDefault(value, value))
                .collect(Collectors.joining("、"));
    }

    private String people(String answer) {
        return People.picked(answer).stream()
                .map(index -> answers.getOrDefault(Paths.inEntry(People.GROUP, index, "name"), ""))
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining("、"));
    }

    private String address(String path) {
        var parts = Paths.ADDRESS_PARTS.stream().map(part -> answers.getOrDefault(path + "." + part, "").strip()).toList();
        var postal = parts.get(0).matches("\\d{7}") ? parts.get(0).substring(0, 3) + "-" + parts.get(0).substring(3) : parts.get(0);
        var building = parts.get(3).isEmpty() ? "" : "　" + parts.get(3);
        return ((postal.isEmpty() ? "" : "〒" + postal + "　") + parts.get(1) + parts.get(2) + building).strip();
    }

    private String appointment(String answer) {
        try {
            var at = LocalDateTime.parse(answer);
            if (language.equals("en")) {
                return at.format(DateTimeFormatter.ofPattern("yyyy-MM-dd (EEE) HH:mm", Locale.ENGLISH));
            }
            var day = at.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.JAPANESE);
            var half = at.getHour() < 12 ? "午前" : "午後";
            int hour = at.getHour() <= 12 ? at.getHour() : at.getHour() - 12;
            return date(at.toLocalDate()) + "（" + day + "）" + half + hour + "時" + (at.getMinute() == 0 ? "" : at.getMinute() + "分");
        } catch (DateTimeParseException unreadable) {
            return answer;
        }
    }
}

package jp.yakuba.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;

/** A date in three inputs: taken apart for the page, put together from what was typed. */
@Named
@ApplicationScoped
public class DateParts {
    private static final Map<String, Integer> ERAS =
            Map.of("R", 2018, "令和", 2018, "H", 1988, "平成", 1988, "S", 1925, "昭和", 1925, "T", 1911, "大正", 1911, "M", 1867, "明治", 1867);
    private static final Pattern YEAR = Pattern.compile("(R|H|S|T|M|令和|平成|昭和|大正|明治)?\\s*(\\d{1,4}|元)年?");

    /** What stands in the three inputs, and the date they make; null while they make none. */
    public record Parts(String year, String month, String day, LocalDate date) {}

    /** Takes the kept answer apart. */
    public Parts of(String answer) {
        if (answer == null || answer.isBlank()) {
            return new Parts("", "", "", null);
        }
        var parts = answer.split("-", -1);
        return parts.length == 3
                ? new Parts(parts[0], unpadded(parts[1]), unpadded(parts[2]), read(answer))
                : new Parts(answer, "", "", null);
    }

    /** The date of an answer written yyyy-MM-dd; null if it is none. */
    public static LocalDate day(String answer) {
        try {
            return answer == null ? null : LocalDate.parse(answer);
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** One answer from three inputs: yyyy-MM-dd when they make a date, what was typed otherwise, empty for nothing. */
    public static String join(String year, String month, String day) {
        var typed = clean(year) + "-" + clean(month) + "-" + clean(day);
        if (typed.equals("--")) {
            return "";
        }
        var date = read(typed);
        return date == null ? typed : date.toString();
    }

    private static LocalDate read(String typed) {
        var parts = typed.split("-", -1);
        var year = YEAR.matcher(parts[0]);
        if (parts.length != 3 || !year.matches()) {
            return null;
        }
        try {
            var number = year.group(2).equals("元") ? 1 : Integer.parseInt(year.group(2));
            var base = year.group(1) == null ? 0 : ERAS.get(year.group(1));
            return base == 0 && number < 1000 ? null
                    : LocalDate.of(base + number, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        } catch (NumberFormatException | DateTimeException none) {
            return null;
        }
    }

    private static String clean(String typed) {
        return typed == null ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(java.util.Locale.ROOT)
                        .replaceAll("[年月日-]$", "").replace("-", "");
    }

    private static String unpadded(String part) {
        return part.length() == 2 && part.startsWith("0") ? part.substring(1) : part;
    }
}

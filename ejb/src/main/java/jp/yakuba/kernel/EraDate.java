package jp.yakuba.kernel;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as the office writes it (和暦): 令和元年5月1日, never 令和1年.
 *
 * @param day the day
 */
public record EraDate(LocalDate day) {
    private static final Pattern ERA_FORM =
            Pattern.compile("(明治|大正|昭和|平成|令和|[MTSHR])(元|\\d{1,2})(?:年|[./-])(\\d{1,2})(?:月|[./-])(\\d{1,2})日?");
    private static final Pattern CALENDAR_FORM =
            Pattern.compile("(?:西暦)?(\\d{4})(?:年|[./-])(\\d{1,2})(?:月|[./-])(\\d{1,2})日?");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    public EraDate {
        Objects.requireNonNull(day, "day");
        JapaneseEra.of(day);
    }

    /**
     * Reads what a person types: 「令和8年11月9日」, 「R8.11.9」, 「２０２６／１１／９」, {@code 20261109}, in full or half
     * width. Empty if it is no day, or a day on which that era was not in force (昭和64年1月8日).
     */
    public static Optional<LocalDate> parse(String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        var text = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        var inEra = ERA_FORM.matcher(text);
        if (inEra.matches()) {
            return ofEra(inEra);
        }
        var plain = CALENDAR_FORM.matcher(text);
        if (plain.matches()) {
            return dayOf(number(plain, 1), plain);
        }
        var digits = EIGHT_DIGITS.matcher(text);
        return digits.matches() ? dayOf(number(digits, 1), digits) : Optional.empty();
    }

    private static Optional<LocalDate> ofEra(Matcher match) {
        int year = match.group(2).equals("元") ? 1 : number(match, 2);
        return JapaneseEra.named(match.group(1))
                .filter(era -> year > 0)
                .flatMap(era -> dayOf(era.calendarYear(year), match).filter(era::contains));
    }

    private static Optional<LocalDate> dayOf(int year, Matcher match) {
        try {
            var groups = match.groupCount();
            return Optional.of(LocalDate.of(year, number(match, groups - 1), number(match, groups)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    /** The era of the day. */
    public JapaneseEra era() {
        return JapaneseEra.of(day);
    }

    /** The year within the era, 1 for 元年. */
    public int yearOfEra() {
        return era().yearOfEra(day.getYear());
    }

    /** Era and year: {@code 令和8年}, {@code 令和元年}. */
    public String yearLabel() {
        return era().kanji() + (yearOfEra() == 1 ? "元" : yearOfEra()) + "年";
    }

    /** Short form for tables: {@code R8.11.9}. */
    public String abbreviated() {
        return era().letter() + yearOfEra() + "." + day.getMonthValue() + "." + day.getDayOfMonth();
    }

    /** In full: {@code 令和8年11月9日}. */
    @Override
    public String toString() {
        return yearLabel() + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}

package jp.yakuba.application.model.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.yakuba.application.api.Text;
import jp.yakuba.kernel.EraDate;

/** Dates as forms know them: what people type in any era and width, bounds that move with the day, and words for both. */
public final class WrittenDate {
    private static final Pattern BOUND = Pattern.compile("today(?:([+-])(\\d{1,4})([dmy]))?");
    private static final Pattern NOT_OLDER = Pattern.compile("until-(\\d{1,3})@(\\d{2}-\\d{2})");
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private WrittenDate() {}

    /** The date, or nothing if the text is no day of the calendar. */
    public static Optional<LocalDate> read(String typed) {
        return typed == null ? Optional.empty() : EraDate.parse(typed.replaceAll("[‐‑–—―−ー]", "-"));
    }

    /**
     * A bound such as {@code today}, {@code today-3y}, {@code today+14d}, {@code until-18@03-31} (born so that the first 31 March on or
     * after reaching 18 is not over) or a fixed date, seen from the day.
     */
    public static Optional<LocalDate> bound(String words, LocalDate today) {
        if (words == null) {
            return Optional.empty();
        }
        var notOlder = NOT_OLDER.matcher(words.strip());
        if (notOlder.matches()) {
            return Optional.of(bornSince(Integer.parseInt(notOlder.group(1)), MonthDay.parse("--" + notOlder.group(2)), today));
        }
        var bound = BOUND.matcher(words.strip());
        if (!bound.matches()) {
            return read(words);
        }
        if (bound.group(1) == null) {
            return Optional.of(today);
        }
        long amount = Long.parseLong(bound.group(2)) * (bound.group(1).equals("-") ? -1 : 1);
        return Optional.of(switch (bound.group(3)) {
            case "d" -> today.plusDays(amount);
            case "m" -> today.plusMonths(amount);
            default -> today.plusYears(amount);
        });
    }

    /** True for a bound that moves with the day. */
    static boolean isMoving(String words) {
        return BOUND.matcher(words).matches() || NOT_OLDER.matcher(words).matches();
    }

    /**
     * The earliest day of birth of those who have not passed the first such day of a year on or after reaching the age: with 18 and
     * 31 March the children of 児童手当法3条. A year of age is full at the end of the day before the birthday.
     */
    private static LocalDate bornSince(int age, MonthDay turn, LocalDate today) {
        var thisYear = turn.atYear(today.getYear());
        var lastTurn = thisYear.isBefore(today) ? thisYear : turn.atYear(today.getYear() - 1);
        return lastTurn.plusDays(2).minusYears(age);
    }

    /** The date as the office writes it: 令和8年11月9日; before the eras the western year. */
    public static String inEra(LocalDate date) {
        try {
            return new EraDate(date).toString();
        } catch (IllegalArgumentException | DateTimeException beforeTheEras) {
            return inWesternYear(date);
        }
    }

    /** The date for each reader: 令和8年11月9日, in easy Japanese 2026年11月9日, in English 9 November 2026. */
    public static Text words(LocalDate date) {
        return new Text(inEra(date), inWesternYear(date), ENGLISH.format(date));
    }

    /** The date with its western year: 2026年11月9日. */
    public static String inWesternYear(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }
}

package jp.yakuba.application.model.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.yakuba.application.api.Text;
import jp.yakuba.kernel.EraDate;

/** Dates as forms know them: what people type in any era and width, bounds that move with the day, and words for both. */
public final class WrittenDate {
    private static final Pattern BOUND = Pattern.compile("today(?:([+-])(\\d{1,4})([dmy]))?");
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private WrittenDate() {}

    /** The date, or nothing if the text is no day of the calendar. */
    public static Optional<LocalDate> read(String typed) {
        return typed == null ? Optional.empty() : EraDate.parse(typed.replaceAll("[‐‑–—―−ー]", "-"));
    }

    /** A bound such as {@code today}, {@code today-3y}, {@code today+14d} or a fixed date, seen from the day. */
    public static Optional<LocalDate> bound(String words, LocalDate today) {
        if (words == null) {
            return Optional.empty();
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

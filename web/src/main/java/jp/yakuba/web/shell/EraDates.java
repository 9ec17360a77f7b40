package jp.yakuba.web.shell;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.chrono.JapaneseChronology;
import java.time.chrono.JapaneseDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Dates as people read them: 令和8年11月20日（金）, in easy Japanese 2026年11月20日（金）, in English 20 November 2026 (Fri). */
public final class EraDates {
    private static final LocalDate FIRST_ERA_DAY = LocalDate.of(1873, 1, 1);
    private static final int NOON = 12;

    private EraDates() {}

    /** The day with its weekday. */
    public static String day(LocalDate day, Language language) {
        var weekday = day.getDayOfWeek().getDisplayName(TextStyle.SHORT, language.locale());
        return switch (language) {
            case ENGLISH -> "%d %s %d (%s)".formatted(day.getDayOfMonth(),
                    day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH), day.getYear(), weekday);
            case EASY -> "%d年%d月%d日（%s）".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), weekday);
            default -> era(day) + "（" + weekday + "）";
        };
    }

    /** The day and the time of day. */
    public static String moment(LocalDateTime moment, Language language) {
        return day(moment.toLocalDate(), language) + (language == Language.ENGLISH ? ", " : "") + time(moment.toLocalTime(), language);
    }

    /** The day by era, without weekday. */
    public static String era(LocalDate day) {
        if (day.isBefore(FIRST_ERA_DAY)) {
            return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        }
        var japanese = JapaneseDate.from(day);
        var year = japanese.get(ChronoField.YEAR_OF_ERA);
        return JapaneseChronology.INSTANCE.eraOf(japanese.getEra().getValue()).getDisplayName(TextStyle.FULL, Locale.JAPANESE)
                + (year == 1 ? "元" : String.valueOf(year)) + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String time(LocalTime time, Language language) {
        return language == Language.ENGLISH
                ? "%02d:%02d".formatted(time.getHour(), time.getMinute())
                : "%s%d時%02d分".formatted(half(time), time.getHour() % NOON, time.getMinute());
    }

    private static String half(LocalTime time) {
        return time.getHour() < NOON ? "午前" : "午後";
    }
}

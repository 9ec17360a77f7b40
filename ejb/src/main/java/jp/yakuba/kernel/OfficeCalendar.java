package jp.yakuba.kernel;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The days on which the office is open (開庁日): not on Saturdays, Sundays, holidays, and 29 December to 3 January.
 *
 * <p>Holidays come from the table that the Cabinet Office publishes; equinoxes are never computed.
 *
 * @param holidays the holidays known; a date beyond the table counts as an ordinary day
 */
public record OfficeCalendar(Set<LocalDate> holidays) {
    private static final MonthDay YEAR_END = MonthDay.of(12, 29);
    private static final MonthDay NEW_YEAR_END = MonthDay.of(1, 3);

    public OfficeCalendar {
        holidays = Set.copyOf(holidays);
    }

    /** True if counters are open on the day. */
    public boolean isOpen(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day)
                && !isYearEnd(day);
    }

    /** The day itself if open, otherwise the next open day. */
    public LocalDate nextOpen(LocalDate day) {
        var candidate = day;
        while (!isOpen(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** The day that is {@code days} open days after {@code start}, the first day not counted (民法140条). */
    public LocalDate plusOpenDays(LocalDate start, int days) {
        var day = start;
        for (int left = days; left > 0; left--) {
            day = nextOpen(day.plusDays(1));
        }
        return day;
    }

    private static boolean isYearEnd(LocalDate day) {
        var monthDay = MonthDay.from(day);
        return !monthDay.isBefore(YEAR_END) || !monthDay.isAfter(NEW_YEAR_END);
    }
}

package jp.yakuba.application.model;

import java.time.LocalDateTime;
import java.time.LocalTime;
import jp.yakuba.kernel.OfficeCalendar;

/**
 * Until when a booked visit can be moved or cancelled without a call (予約変更の期限): so many open days before it, when the office
 * closes. Both are the town's own dated settings.
 */
public record VisitLimit(int openDaysBefore, LocalTime closesAt) {
    /** The last moment for a visit at that time. */
    public LocalDateTime lastMoment(OfficeCalendar calendar, LocalDateTime visit) {
        var day = visit.toLocalDate();
        for (int left = openDaysBefore; left > 0; left--) {
            day = day.minusDays(1);
            while (!calendar.isOpen(day)) {
                day = day.minusDays(1);
            }
        }
        return day.atTime(closesAt);
    }
}

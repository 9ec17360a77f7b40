package jp.yakuba.approval.model;

import java.time.Instant;
import java.time.LocalDate;
import jp.yakuba.approval.api.StopKind;
import jp.yakuba.kernel.OfficeCalendar;
import jp.yakuba.kernel.OfficeClock;

/**
 * When a deed is done, and what the calendar says about the time that follows.
 *
 * @param at the moment
 * @param calendar the open days
 * @param days how many of them each stop has
 */
public record Moment(Instant at, OfficeCalendar calendar, DueDays days) {
    /** The day of the deed. */
    public LocalDate today() {
        return at.atZone(OfficeClock.ZONE).toLocalDate();
    }

    /** The last day for a stop that is reached now; never after the day by which a decision is wanted, never before today. */
    LocalDate dueOn(StopKind kind, boolean urgent, LocalDate wantedBy) {
        var usual = calendar.plusOpenDays(today(), days.of(kind, urgent));
        boolean wantedEarlier = wantedBy != null && kind.isHolding() && wantedBy.isBefore(usual);
        if (!wantedEarlier) {
            return usual;
        }
        return wantedBy.isBefore(today()) ? today() : wantedBy;
    }

    /** The last day for a review that can begin on the day of return; without a known day it begins now. */
    LocalDate reviewDueOn(LocalDate returnsOn) {
        var start = returnsOn == null || returnsOn.isBefore(today()) ? today() : returnsOn;
        return calendar.plusOpenDays(start, days.review());
    }

    /** The last day that has been over for more than so many open days. */
    public LocalDate lastDayPassedBy(int openDays) {
        var day = today().minusDays(1);
        while (!calendar.plusOpenDays(day, openDays).isBefore(today())) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** How many open days have begun after the moment, until today. */
    int openDaysSince(Instant since) {
        var day = since.atZone(OfficeClock.ZONE).toLocalDate();
        int open = 0;
        while (day.isBefore(today())) {
            day = day.plusDays(1);
            open += calendar.isOpen(day) ? 1 : 0;
        }
        return open;
    }
}

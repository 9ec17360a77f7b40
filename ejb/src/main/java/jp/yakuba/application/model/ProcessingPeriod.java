package jp.yakuba.application.model;

import java.time.LocalDate;
import jp.yakuba.kernel.OfficeCalendar;

/**
 * The standard processing period (標準処理期間, 行政手続法6条) in open days: the day of arrival is not counted, nor are the
 * open days on which the office waited for the applicant.
 */
public record ProcessingPeriod(OfficeCalendar calendar) {

    /** By when it is due; null if the procedure knows no period. */
    public LocalDate due(LocalDate arrivedOn, int standardDays, int pausedDays) {
        return standardDays == 0 ? null : calendar.plusOpenDays(arrivedOn, standardDays + pausedDays);
    }

    /** Open days after {@code from} up to and with {@code to}. */
    public int openDays(LocalDate from, LocalDate to) {
        return Math.toIntExact(from.plusDays(1).datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
                .filter(calendar::isOpen)
                .count());
    }
}

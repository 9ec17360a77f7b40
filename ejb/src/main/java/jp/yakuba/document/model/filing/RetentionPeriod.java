package jp.yakuba.document.model.filing;

import java.time.LocalDate;
import jp.yakuba.kernel.FiscalYear;

/** The days from the first to the last on which a file must be kept (保存期間の起算日・満了日). */
public record RetentionPeriod(LocalDate from, LocalDate until) {
    public RetentionPeriod {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("A retention ends after it begins, not on " + until + " after " + from);
        }
    }

    /** The fiscal year in which it can be disposed of (廃棄予定年度): the one of the first day after it. */
    public FiscalYear disposalYear() {
        return FiscalYear.of(until.plusDays(1));
    }

    /** The same, but not over before the day; null changes nothing. */
    public RetentionPeriod notBefore(LocalDate day) {
        return day == null || !day.isAfter(until) ? this : new RetentionPeriod(from, day);
    }

    /** The last day if it is kept longer by whole fiscal years (延長): always a 31 March. */
    public LocalDate extendedBy(int years) {
        return new FiscalYear(FiscalYear.of(until).year() + years).lastDay();
    }

    /** True if the day is after it. */
    public boolean isOverOn(LocalDate day) {
        return day.isAfter(until);
    }
}

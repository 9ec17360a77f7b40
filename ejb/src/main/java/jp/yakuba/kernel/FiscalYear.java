package jp.yakuba.kernel;

import java.time.LocalDate;
import java.time.Month;

/**
 * The accounting year of a municipality (年度, 地方自治法208条): 1 April to 31 March; its books stay open for receipts and
 * payments until 31 May (出納整理期間, 235条の5).
 *
 * @param year calendar year in which it begins
 */
public record FiscalYear(int year) implements Comparable<FiscalYear> {
    private static final int LAST_DAY_OF_MAY = 31;

    /** The fiscal year of a day. */
    public static FiscalYear of(LocalDate day) {
        return new FiscalYear(day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear());
    }

    /** 1 April. */
    public LocalDate firstDay() {
        return LocalDate.of(year, Month.APRIL, 1);
    }

    /** 31 March of the next calendar year. */
    public LocalDate lastDay() {
        return firstDay().plusYears(1).minusDays(1);
    }

    /** The last day on which money may still be booked to it: 31 May after its end (出納閉鎖). */
    public LocalDate booksClose() {
        return LocalDate.of(year + 1, Month.MAY, LAST_DAY_OF_MAY);
    }

    /** True on a day of the year itself. */
    public boolean contains(LocalDate day) {
        return of(day).equals(this);
    }

    /** True after the year has ended while its books are still open (出納整理期間). */
    public boolean isSettlingOn(LocalDate day) {
        return day.isAfter(lastDay()) && !day.isAfter(booksClose());
    }

    /** The year after this one. */
    public FiscalYear next() {
        return new FiscalYear(year + 1);
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(year, other.year);
    }

    /** As the office says it: {@code 令和8年度}, the first year of an era {@code 令和元年度}. */
    @Override
    public String toString() {
        return new EraDate(firstDay()).yearLabel() + "度";
    }
}

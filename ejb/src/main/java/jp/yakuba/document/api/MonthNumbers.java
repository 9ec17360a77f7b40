package jp.yakuba.document.api;

import java.time.YearMonth;

/**
 * What went through the registers in a month.
 *
 * @param month the month
 * @param received letters and applications that came in
 * @param drafted drafts that were begun
 * @param decided drafts that were decided
 * @param sent what went out
 */
public record MonthNumbers(YearMonth month, long received, long drafted, long decided, long sent) {}

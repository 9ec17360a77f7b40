package jp.yakuba.document.model;

import java.time.LocalDate;
import java.time.Month;

/**
 * A number of the register (文書記号番号), such as 「芽住第12号」: the town's letter, the section's letter, and the place in
 * the series, which begins again with each fiscal year. Incoming records bear 収 after the letters.
 */
public record RecordNumber(
        Direction direction, String section, String letters, int fiscalYear, long sequence) {

    public RecordNumber {
        if (sequence < 1) {
            throw new IllegalArgumentException("A series begins with 1, not with " + sequence);
        }
    }

    /** The fiscal year (年度) a day belongs to: from 1 April to 31 March. */
    public static int fiscalYearOf(LocalDate day) {
        return day.getMonthValue() >= Month.APRIL.getValue() ? day.getYear() : day.getYear() - 1;
    }

    /** The number as it is written. */
    public String words() {
        return letters + direction.mark() + "第" + sequence + "号";
    }
}

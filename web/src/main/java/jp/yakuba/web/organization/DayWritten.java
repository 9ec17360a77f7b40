package jp.yakuba.web.organization;

import java.time.DateTimeException;
import java.time.LocalDate;

/** A day as a field of a form sends it. */
final class DayWritten {
    private static final int LENGTH = 10;

    private DayWritten() {}

    /** The day; years of more than four digits are no days of an office. */
    static LocalDate read(String text) {
        if (text == null || text.length() != LENGTH) {
            throw new DateTimeException("No day: " + text);
        }
        return LocalDate.parse(text);
    }
}

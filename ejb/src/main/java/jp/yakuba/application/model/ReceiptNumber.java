package jp.yakuba.application.model;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * A receipt number (受付番号), such as {@code 2026-1121-00012-3}: day of arrival, place in the day's series, and a check
 * digit (ISO 7064, MOD 11,10) that catches every single wrong digit and nearly every swap of two neighbours.
 */
public record ReceiptNumber(LocalDate day, int sequence) {
    private static final Pattern SHAPE = Pattern.compile("(\\d{4})-(\\d{2})(\\d{2})-(\\d{5,9})-(\\d)");

    public ReceiptNumber {
        if (sequence < 1) {
            throw new IllegalArgumentException("A day's series begins with 1, not with " + sequence);
        }
    }

    /** The number as people read it. */
    public String words() {
        var digits = digits();
        return digits.substring(0, 4) + "-" + digits.substring(4, 8) + "-" + digits.substring(8) + "-" + check(digits);
    }

    /** True if the text has the shape of a receipt number and its check digit is right. */
    public static boolean isWellFormed(String text) {
        var parts = SHAPE.matcher(text);
        return parts.matches()
                && check(text.substring(0, text.length() - 2).replace("-", "")) == Character.digit(text.charAt(text.length() - 1), 10);
    }

    private String digits() {
        return "%04d%02d%02d%05d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), sequence);
    }

    private static int check(String digits) {
        int product = 10;
        for (int place = 0; place < digits.length(); place++) {
            int sum = (product + Character.digit(digits.charAt(place), 10)) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }
}

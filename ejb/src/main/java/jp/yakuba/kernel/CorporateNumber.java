package jp.yakuba.kernel;

/**
 * The number of a corporation (法人番号, 番号法39条): public, thirteen digits, the check digit first.
 *
 * @param value thirteen digits
 */
public record CorporateNumber(String value) {
    private static final int LENGTH = 13;

    public CorporateNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("No corporate number: " + value);
        }
    }

    /** True if the text is a number whose check digit fits. */
    public static boolean isValid(String text) {
        return CheckDigits.areDigits(text, LENGTH)
                && CheckDigits.ofCorporation(text.substring(1)) == CheckDigits.fromTheRight(text, LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}

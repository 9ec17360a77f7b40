package jp.yakuba.kernel;

/**
 * The number of a person (個人番号, 番号法2条5項): twelve digits, the check digit last. Never a key, never in an answer, a
 * search, a log or a message to others; so it does not even print itself.
 *
 * @param value twelve digits
 */
public record PersonalNumber(String value) {
    private static final int LENGTH = 12;

    public PersonalNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("No personal number");
        }
    }

    /** True if the text is a number whose check digit fits (番号法総務省令5条). */
    public static boolean isValid(String text) {
        return CheckDigits.areDigits(text, LENGTH)
                && CheckDigits.modulus11(text.substring(0, LENGTH - 1)) == CheckDigits.fromTheRight(text, 1);
    }

    /** Covered, whoever asks. */
    @Override
    public String toString() {
        return "************";
    }
}

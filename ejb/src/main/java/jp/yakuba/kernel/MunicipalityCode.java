package jp.yakuba.kernel;

/**
 * The code of a local government (全国地方公共団体コード): prefecture, municipality, check digit, such as 016373 for 芽室町.
 *
 * @param value six digits
 */
public record MunicipalityCode(String value) {
    private static final int LENGTH = 6;
    private static final int PREFECTURE_DIGITS = 2;

    public MunicipalityCode {
        if (!isValid(value)) {
            throw new IllegalArgumentException("No municipality code: " + value);
        }
    }

    /** True if the text is a code whose check digit fits. */
    public static boolean isValid(String text) {
        return CheckDigits.areDigits(text, LENGTH)
                && CheckDigits.ofMunicipality(text.substring(0, LENGTH - 1)) == CheckDigits.fromTheRight(text, 1);
    }

    /** The code that belongs to five digits without a check digit. */
    public static MunicipalityCode ofFive(String fiveDigits) {
        if (!CheckDigits.areDigits(fiveDigits, LENGTH - 1)) {
            throw new IllegalArgumentException("Not five digits: " + fiveDigits);
        }
        return new MunicipalityCode(fiveDigits + CheckDigits.ofMunicipality(fiveDigits));
    }

    /** The two digits of the prefecture, 01 to 47. */
    public String prefecture() {
        return value.substring(0, PREFECTURE_DIGITS);
    }

    /** The code without its check digit. */
    public String five() {
        return value.substring(0, LENGTH - 1);
    }

    @Override
    public String toString() {
        return value;
    }
}

package jp.yakuba.kernel;

/**
 * The number under which the town keeps a person or a household (宛名番号, 世帯番号): a serial number and a check digit by
 * modulus 11 with weights 2 to 7 (住民記録システム標準仕様書 1.1.13).
 *
 * @param value serial number with the check digit last, 2 to 15 digits
 */
public record AddressNumber(String value) {
    private static final int LONGEST = 15;

    public AddressNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("No address number: " + value);
        }
    }

    /** The number of a serial, filled with zeros to so many digits with the check digit. */
    public static AddressNumber ofSerial(long serial, int length) {
        if (serial < 1 || length < 2 || length > LONGEST || Long.toString(serial).length() >= length) {
            throw new IllegalArgumentException("Serial " + serial + " does not fit into " + length + " digits");
        }
        var digits = String.format("%0" + (length - 1) + "d", serial);
        return new AddressNumber(digits + CheckDigits.modulus11(digits));
    }

    /** True if the text is a number whose check digit fits. */
    public static boolean isValid(String text) {
        return text != null
                && text.length() >= 2
                && text.length() <= LONGEST
                && CheckDigits.areDigits(text, text.length())
                && CheckDigits.modulus11(text.substring(0, text.length() - 1)) == CheckDigits.fromTheRight(text, 1);
    }

    @Override
    public String toString() {
        return value;
    }
}

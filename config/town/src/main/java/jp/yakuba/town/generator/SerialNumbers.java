package jp.yakuba.town.generator;

/** Numbers in sequence with the check digit of the ledger: modulus 11, weights 2 to 7 from the right. */
final class SerialNumbers {
    private static final int ELEVEN = 11;

    private SerialNumbers() {}

    /** 宛名番号 or 世帯番号 of a serial: nine digits and the check digit. */
    static String of(long serial) {
        return withCheckDigit(String.format("%09d", serial));
    }

    static String withCheckDigit(String digits) {
        var sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            sum += (digits.charAt(digits.length() - 1 - place) - '0') * (place % 6 + 2);
        }
        var rest = sum % ELEVEN;
        return digits + (rest <= 1 ? 0 : ELEVEN - rest);
    }
}

package jp.yakuba.kernel;

/** The sums behind official check digits (検査数字). */
final class CheckDigits {
    private static final int ELEVEN = 11;
    private static final int TEN = 10;

    private CheckDigits() {}

    /** True if the text is exactly so many ASCII digits. */
    static boolean areDigits(String text, int length) {
        return text != null && text.length() == length && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The digit at a place counted from the right, the last place being 1. */
    static int fromTheRight(String digits, int place) {
        return digits.charAt(digits.length() - place) - '0';
    }

    /** Weights 2 to 7 from the right, over and over (M11W2-7); what would need two digits becomes 0. */
    static int modulus11(String digits) {
        var sum = 0;
        for (int place = 1; place <= digits.length(); place++) {
            sum += fromTheRight(digits, place) * ((place - 1) % 6 + 2);
        }
        return sum % ELEVEN <= 1 ? 0 : ELEVEN - sum % ELEVEN;
    }

    /** Weights 6 to 2 from the left over five digits, the way of the municipality code. */
    static int ofMunicipality(String fiveDigits) {
        var sum = 0;
        for (int place = 1; place <= fiveDigits.length(); place++) {
            sum += fromTheRight(fiveDigits, place) * (place + 1);
        }
        return (ELEVEN - sum % ELEVEN) % TEN;
    }

    /** Weights 1 and 2 by turns from the right, nine less the remainder by nine. */
    static int ofCorporation(String twelveDigits) {
        var sum = 0;
        for (int place = 1; place <= twelveDigits.length(); place++) {
            sum += fromTheRight(twelveDigits, place) * (place % 2 == 1 ? 1 : 2);
        }
        return 9 - sum % 9;
    }
}

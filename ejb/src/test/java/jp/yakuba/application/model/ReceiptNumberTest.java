package jp.yakuba.application.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("受付番号")
class ReceiptNumberTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @Test
    @DisplayName("到達の日、その日の順番、検査数字からなる")
    void tellsDayPlaceAndCheckDigit() {
        assertThat(new ReceiptNumber(DAY, 12).words()).matches("2026-1121-00012-\\d");
        assertThat(ReceiptNumber.isWellFormed(new ReceiptNumber(DAY, 12).words())).isTrue();
        assertThat(ReceiptNumber.isWellFormed(new ReceiptNumber(DAY, 123_456).words())).isTrue();
    }

    @Test
    @DisplayName("一つの数字の誤りは必ず見つかる")
    void everySingleWrongDigitIsCaught() {
        for (int sequence = 1; sequence <= 50; sequence++) {
            var number = new ReceiptNumber(DAY, sequence).words();
            for (int place = 0; place < number.length(); place++) {
                for (char wrong = '0'; number.charAt(place) != '-' && wrong <= '9'; wrong++) {
                    var changed = number.substring(0, place) + wrong + number.substring(place + 1);
                    assertThat(ReceiptNumber.isWellFormed(changed)).as(changed).isEqualTo(changed.equals(number));
                }
            }
        }
    }

    @Test
    @DisplayName("隣どうしの入れ違いが見つかる")
    void swappedNeighboursAreCaught() {
        var number = new ReceiptNumber(DAY, 12).words();
        var swapped = number.replace("00012", "00021");
        assertThat(ReceiptNumber.isWellFormed(swapped)).isFalse();
        assertThat(ReceiptNumber.isWellFormed("2026-1121-12")).isFalse();
    }

    @Test
    @DisplayName("零番はない")
    void thereIsNoNumberZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceiptNumber(DAY, 0));
    }
}

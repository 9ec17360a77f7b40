package jp.yakuba.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("円")
class YenTest {

    @ParameterizedTest(name = "{0} × {1} → {2}")
    @DisplayName("率を掛けて円未満を切り捨てる")
    @CsvSource(textBlock = """
            1000, 0.06, 60
            12345, 0.087, 1074
            999, 0.001, 0
            -999, 0.5, -499
            """)
    void cutsFractionsOffARate(long amount, BigDecimal rate, long expected) {
        assertThat(new Yen(amount).at(rate)).isEqualTo(new Yen(expected));
    }

    @ParameterizedTest(name = "{0} to {1} → {2}")
    @DisplayName("百円未満、千円未満の切捨て")
    @CsvSource(textBlock = """
            1234, 100, 1200
            1999, 1000, 1000
            99, 100, 0
            """)
    void cutsToAUnit(long amount, long unit, long expected) {
        assertThat(new Yen(amount).cutTo(unit)).isEqualTo(new Yen(expected));
    }

    @Test
    @DisplayName("足し引きは桁あふれを見逃さない")
    void neverOverflowsInSilence() {
        var most = new Yen(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(new Yen(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThat(new Yen(300).times(3).minus(new Yen(1000))).isEqualTo(new Yen(-100)).isLessThan(Yen.ZERO);
        assertThatIllegalArgumentException().isThrownBy(() -> most.cutTo(0));
    }

    @Test
    @DisplayName("三桁ごとに区切って書く")
    void isWrittenWithCommas() {
        assertThat(new Yen(1234567)).hasToString("1,234,567円");
    }
}

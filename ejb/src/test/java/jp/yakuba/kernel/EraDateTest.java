package jp.yakuba.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("和暦")
class EraDateTest {

    @ParameterizedTest(name = "{0} ↔ {1}")
    @DisplayName("元号の境の日と元年")
    @CsvSource(textBlock = """
            1868-01-25, 明治元年1月25日, M1.1.25
            1912-07-29, 明治45年7月29日, M45.7.29
            1912-07-30, 大正元年7月30日, T1.7.30
            1926-12-24, 大正15年12月24日, T15.12.24
            1926-12-25, 昭和元年12月25日, S1.12.25
            1989-01-07, 昭和64年1月7日, S64.1.7
            1989-01-08, 平成元年1月8日, H1.1.8
            2019-04-30, 平成31年4月30日, H31.4.30
            2019-05-01, 令和元年5月1日, R1.5.1
            2020-02-29, 令和2年2月29日, R2.2.29
            2026-11-09, 令和8年11月9日, R8.11.9
            """)
    void writesAndReadsTheDaysAroundEachChange(LocalDate day, String full, String brief) {
        var date = new EraDate(day);
        assertThat(date).hasToString(full);
        assertThat(date.abbreviated()).isEqualTo(brief);
        assertThat(EraDate.parse(full)).contains(day);
        assertThat(EraDate.parse(brief)).contains(day);
    }

    @ParameterizedTest
    @DisplayName("人が打つさまざまな書き方を読む")
    @ValueSource(strings = {
        "令和8年11月9日", "令和８年１１月９日", "Ｒ８．１１．９", "r8.11.9", "R08/11/09", "R8-11-9", "令和8年 11月 9日",
        "2026-11-09", "2026/11/9", "２０２６年１１月９日", "西暦2026年11月9日", "20261109", "㋿8年11月9日"
    })
    void readsWhatPeopleType(String typed) {
        assertThat(EraDate.parse(typed)).contains(LocalDate.of(2026, 11, 9));
    }

    @ParameterizedTest
    @NullSource
    @DisplayName("日でないものと、その元号にない日は読まない")
    @ValueSource(strings = {
        "", "令和", "令和8年11月", "令和8年2月29日", "令和0年1月1日", "昭和64年1月8日", "平成31年5月1日", "大正元年7月29日",
        "2026-13-01", "20261301", "X8.11.9", "慶応3年1月1日"
    })
    void readsNothingElse(String typed) {
        assertThat(EraDate.parse(typed)).isEmpty();
    }

    @Test
    @DisplayName("明治より前の日は扱わない")
    void keepsNoDayBeforeMeiji() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EraDate(LocalDate.of(1868, 1, 24)));
    }

    @Test
    @DisplayName("署名用証明書の生年月日の元号の数字")
    void erasCarryTheDigitOfTheCard() {
        assertThat(JapaneseEra.SHOWA.cardDigit()).isEqualTo(3);
        assertThat(JapaneseEra.named("令和")).contains(JapaneseEra.REIWA);
    }
}

package jp.yakuba.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("年度(地方自治法208条)")
class FiscalYearTest {

    @ParameterizedTest(name = "{0} → {2}")
    @DisplayName("4月1日に始まり3月31日に終わる")
    @CsvSource(textBlock = """
            2026-03-31, 2025, 令和7年度
            2026-04-01, 2026, 令和8年度
            2027-03-31, 2026, 令和8年度
            # the year that began in 平成
            2019-05-01, 2019, 平成31年度
            2020-04-01, 2020, 令和2年度
            1989-04-01, 1989, 平成元年度
            """)
    void beginsInApril(LocalDate day, int year, String name) {
        assertThat(FiscalYear.of(day)).isEqualTo(new FiscalYear(year)).hasToString(name);
        assertThat(new FiscalYear(year).contains(day)).isTrue();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("出納整理期間は翌年度の4月1日から5月31日まで(235条の5)")
    @CsvSource(textBlock = """
            2026-03-31, false
            2026-04-01, true
            2026-05-31, true
            2026-06-01, false
            """)
    void settlesUntilTheEndOfMay(LocalDate day, boolean settling) {
        assertThat(new FiscalYear(2025).isSettlingOn(day)).isEqualTo(settling);
    }

    @Test
    @DisplayName("年度は順に続く")
    void yearsFollowEachOther() {
        var year = new FiscalYear(2025);
        assertThat(year.lastDay().plusDays(1)).isEqualTo(year.next().firstDay());
        assertThat(year).isLessThan(year.next());
    }
}

package jp.yakuba.resident.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import jp.yakuba.resident.model.ProtectionPeriod.Alert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("支援措置の期間(標準仕様書 3.4)")
class ProtectionPeriodTest {
    private static final ProtectionPeriod REIWA_2 = ProtectionPeriod.yearFrom(LocalDate.of(2020, 4, 1));

    @ParameterizedTest(name = "{0}から{1}まで")
    @CsvSource({"2020-04-01, 2021-03-31", "2023-03-01, 2024-02-29", "2024-02-29, 2025-02-27", "2026-01-01, 2026-12-31"})
    void runsForAYearLessADay(LocalDate start, LocalDate end) {
        assertThat(ProtectionPeriod.yearFrom(start).endsOn()).isEqualTo(end);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            2021-02-27, NONE
            # one month before the end
            2021-02-28, ENDS_SOON
            2021-03-31, ENDS_SOON
            2021-04-01, OVERDUE
            """)
    void alertsFromAMonthBeforeTheEnd(LocalDate day, Alert alert) {
        assertThat(REIWA_2.alertOn(day)).isEqualTo(alert);
    }

    @Test
    @DisplayName("延長は終了日の翌日から一年")
    void extendsFromTheDayAfterTheEnd() {
        assertThat(REIWA_2.extended().endsOn()).isEqualTo(LocalDate.of(2022, 3, 31));
        assertThat(REIWA_2.extended().startsOn()).isEqualTo(REIWA_2.startsOn());
    }
}

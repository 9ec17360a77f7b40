package jp.yakuba.application.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("標準処理期間(行政手続法6条)")
class ProcessingPeriodTest {
    private final ProcessingPeriod period = new ProcessingPeriod(ApplicationFixture.calendar());

    @ParameterizedTest(name = "{0} + {1}日 (補正 {2}日) → {3}")
    @DisplayName("開庁日で数え、到達の日と補正の日は数えない")
    @CsvSource(textBlock = """
            # arrives on Saturday night: Sunday and 勤労感謝の日 do not count, Tuesday is the first day
            2026-11-21,  1, 0, 2026-11-24
            2026-11-21,  5, 0, 2026-11-30
            # arrives on an open day: the day itself does not count
            2026-11-24,  5, 0, 2026-12-01
            # three open days of correction move it by three open days, over a weekend
            2026-11-24,  5, 3, 2026-12-04
            # over the year's end: 12/29 to 1/3 closed
            2026-12-25,  5, 0, 2027-01-07
            # 成人の日 on 11 January 2027
            2027-01-07,  3, 0, 2027-01-13
            # Golden Week: 29 April and 3 to 5 May, weekend besides
            2027-04-28,  3, 0, 2027-05-07
            """)
    void dueDate(LocalDate arrivedOn, int days, int paused, LocalDate due) {
        assertThat(period.due(arrivedOn, days, paused)).isEqualTo(due);
    }

    @Test
    @DisplayName("期間の定めのない手続に期限はない")
    void withoutAPeriodNothingIsDue() {
        assertThat(period.due(LocalDate.of(2026, 11, 21), 0, 0)).isNull();
    }

    @ParameterizedTest(name = "{0} から {1} まで {2}日")
    @DisplayName("数えるのは開庁日だけ、最初の日を除く")
    @CsvSource(textBlock = """
            2026-11-20, 2026-11-20, 0
            2026-11-20, 2026-11-23, 0
            2026-11-20, 2026-11-24, 1
            2026-11-24, 2026-11-27, 3
            2026-12-28, 2027-01-04, 1
            # backwards is nothing
            2026-11-27, 2026-11-24, 0
            """)
    void openDaysBetween(LocalDate from, LocalDate to, int days) {
        assertThat(period.openDays(from, to)).isEqualTo(days);
    }
}

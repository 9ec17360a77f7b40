package jp.yakuba.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("開庁日(内閣府の祝日の表による)")
class OfficeCalendarTest {
    private static OfficeCalendar calendar;

    @BeforeAll
    static void readTheRealTable() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                OfficeCalendarTest.class.getResourceAsStream("holidays.csv"), StandardCharsets.UTF_8))) {
            calendar = new OfficeCalendar(reader.lines()
                    .map(line -> LocalDate.parse(line.substring(0, line.indexOf(','))))
                    .collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("土日、祝日、12月29日から1月3日は閉じる")
    @CsvSource(textBlock = """
            # Friday and the weekend
            2026-11-20, true
            2026-11-21, false
            2026-11-22, false
            # 勤労感謝の日
            2026-11-23, false
            # the day between two holidays
            2026-09-22, false
            # substitute for 3 May on Sunday
            2026-05-06, false
            2026-05-07, true
            # year end
            2026-12-28, true
            2026-12-29, false
            2027-01-01, false
            2027-01-03, false
            2027-01-04, true
            """)
    void closesOnWeekendsHolidaysAndAtYearEnd(LocalDate day, boolean open) {
        assertThat(calendar.isOpen(day)).isEqualTo(open);
    }

    @ParameterizedTest(name = "{0} + {1} → {2}")
    @DisplayName("初日は数えない(民法140条)")
    @CsvSource(textBlock = """
            2026-11-20, 0, 2026-11-20
            2026-11-20, 1, 2026-11-24
            # arrived at night on a Saturday
            2026-11-21, 1, 2026-11-24
            2026-12-25, 2, 2027-01-04
            2026-04-28, 5, 2026-05-11
            """)
    void countsOpenDaysWithoutTheFirst(LocalDate start, int days, LocalDate end) {
        assertThat(calendar.plusOpenDays(start, days)).isEqualTo(end);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("閉庁日に当たる期限は次の開庁日に移る")
    @CsvSource(textBlock = """
            2026-11-20, 2026-11-20
            2026-11-21, 2026-11-24
            2026-12-31, 2027-01-04
            """)
    void movesADeadlineToTheNextOpenDay(LocalDate day, LocalDate next) {
        assertThat(calendar.nextOpen(day)).isEqualTo(next);
    }
}

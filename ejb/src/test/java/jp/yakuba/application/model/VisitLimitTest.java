package jp.yakuba.application.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("来庁予約を変更できる最後の時刻")
class VisitLimitTest {
    @ParameterizedTest
    @CsvSource({
        // a Wednesday after a Tuesday; a Tuesday after Labour Thanksgiving Day; the first open day of the year
        "2026-11-25T10:00, 1, 2026-11-24T17:15",
        "2026-11-24T09:00, 1, 2026-11-20T17:15",
        "2027-01-04T09:00, 1, 2026-12-28T17:15",
        "2026-11-25T10:00, 0, 2026-11-25T17:15",
        "2026-11-25T10:00, 2, 2026-11-20T17:15"
    })
    @DisplayName("開庁日を数えて、閉庁の時刻まで")
    void countsOpenDays(LocalDateTime visit, int days, LocalDateTime last) {
        assertThat(new VisitLimit(days, LocalTime.of(17, 15)).lastMoment(ApplicationFixture.calendar(), visit)).isEqualTo(last);
    }
}

package jp.yakuba.application.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("来庁予約の時間")
class VisitHoursTest {

    @Test
    @DisplayName("土曜の夜からは、連休明けの開庁日の朝が最初")
    void firstTimeIsTheNextOpenMorning() {
        var offered = VisitHours.offered(ApplicationFixture.calendar(), LocalDateTime.parse("2026-11-21T23:00"));
        assertThat(offered.get(0)).isEqualTo(LocalDateTime.parse("2026-11-24T09:00"));
        assertThat(offered).isSorted().doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("閉庁日、昼休み、時間外は出さない")
    void neverOnClosedDaysNorAtLunch() {
        var calendar = ApplicationFixture.calendar();
        assertThat(VisitHours.offered(calendar, LocalDateTime.parse("2026-12-18T08:00"))).allSatisfy(time -> {
            assertThat(calendar.isOpen(time.toLocalDate())).isTrue();
            assertThat(time.toLocalTime()).isBetween(LocalTime.of(9, 0), LocalTime.of(16, 30));
            assertThat(time.getHour()).isNotEqualTo(12);
        }).extracting(LocalDateTime::toLocalDate).doesNotContain(LocalDate.of(2026, 12, 31));
    }
}

package jp.yakuba.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("年齢(年齢計算ニ関スル法律)")
class AgeTest {

    @ParameterizedTest(name = "born {0}, {1} years → {2}")
    @DisplayName("誕生日の前日の終わりに年齢に達する")
    @CsvSource(textBlock = """
            2008-11-21, 18, 2026-11-20
            2020-04-01, 6, 2026-03-31
            2020-04-02, 6, 2026-04-01
            # born on a leap day: always 28 February
            2008-02-29, 18, 2026-02-28
            2008-02-29, 20, 2028-02-28
            2008-03-01, 18, 2026-02-28
            2008-03-01, 20, 2028-02-29
            """)
    void isReachedOnTheDayBeforeTheBirthday(LocalDate born, int years, LocalDate day) {
        assertThat(new Age(born).dayOfReaching(years)).isEqualTo(day);
        assertThat(new Age(born).hasReached(years, day)).isTrue();
        assertThat(new Age(born).hasReached(years, day.minusDays(1))).isFalse();
    }

    @ParameterizedTest(name = "born {0} → {1}")
    @DisplayName("4月1日生まれは一つ上の学年(学校教育法17条)")
    @CsvSource(textBlock = """
            2020-03-31, 2026
            2020-04-01, 2026
            2020-04-02, 2027
            2021-04-01, 2027
            """)
    void theFirstOfAprilBelongsToTheOlderClass(LocalDate born, int year) {
        assertThat(new Age(born).startsPrimarySchool()).isEqualTo(new FiscalYear(year));
    }

    @ParameterizedTest(name = "born {0} on {1} → {2}")
    @DisplayName("日々の年齢は誕生日に増える")
    @CsvSource(textBlock = """
            2008-11-21, 2026-11-20, 17
            2008-11-21, 2026-11-21, 18
            2008-02-29, 2026-02-28, 17
            2008-02-29, 2026-03-01, 18
            """)
    void growsOnTheBirthday(LocalDate born, LocalDate day, int age) {
        assertThat(new Age(born).on(day)).isEqualTo(age);
    }

    @Test
    @DisplayName("生まれる前に年齢はない")
    void nobodyHasAnAgeBeforeBirth() {
        var age = new Age(LocalDate.of(2026, 11, 21));
        assertThatIllegalArgumentException().isThrownBy(() -> age.on(LocalDate.of(2026, 11, 20)));
    }
}

package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("日付の読み書き")
class EraDatesTest {
    @ParameterizedTest
    @CsvSource({"2026-11-20,令和8年11月20日", "2019-05-01,令和元年5月1日", "2019-04-30,平成31年4月30日", "1989-01-07,昭和64年1月7日"})
    @DisplayName("元号で書く")
    void writesEras(LocalDate day, String words) {
        assertThat(EraDates.era(day)).isEqualTo(words);
    }

    @Test
    @DisplayName("ことばごとの書き方で時刻まで書く")
    void writesMomentsInEachLanguage() {
        var moment = LocalDateTime.of(2026, 11, 20, 18, 5);
        assertThat(EraDates.moment(moment, Language.JAPANESE)).isEqualTo("令和8年11月20日（金）午後6時05分");
        assertThat(EraDates.moment(moment, Language.EASY)).isEqualTo("2026年11月20日（金）午後6時05分");
        assertThat(EraDates.moment(moment, Language.ENGLISH)).isEqualTo("20 November 2026 (Fri), 18:05");
    }

    @ParameterizedTest
    @CsvSource({"2026,11,9,2026-11-09", "R8,１１,９日,2026-11-09", "令和8年,11月,9,2026-11-09", "s64,1,7,1989-01-07", "8,11,9,8-11-9", "2026,2,30,2026-2-30"})
    @DisplayName("3つの欄から日付を読み、読めないものは打ったまま残す")
    void joinsThreeInputs(String year, String month, String day, String answer) {
        assertThat(DateParts.join(year, month, day)).isEqualTo(answer);
    }

    @Test
    @DisplayName("残した日付を3つの欄に戻す")
    void takesAnAnswerApart() {
        assertThat(new DateParts().of("2026-11-09")).isEqualTo(new DateParts.Parts("2026", "11", "9", LocalDate.of(2026, 11, 9)));
        assertThat(new DateParts().of("8-11-9").date()).isNull();
    }
}

package jp.yakuba.document.model.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import jp.yakuba.document.api.RetentionClass;
import jp.yakuba.kernel.FiscalYear;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("保存期間(完結年度の翌年度4月1日から)")
class RetentionTest {
    @ParameterizedTest(name = "{0} に完結した {1} は {2} から {3} まで、廃棄予定は{4}年度")
    @CsvSource(textBlock = """
            # the last day of a fiscal year and the first of the next are a year apart
            2027-03-31, Y1,     2027-04-01, 2028-03-31, 2028
            2027-04-01, Y1,     2028-04-01, 2029-03-31, 2029
            2026-11-27, Y1,     2027-04-01, 2028-03-31, 2028
            2026-11-27, Y3,     2027-04-01, 2030-03-31, 2030
            2026-11-27, Y5,     2027-04-01, 2032-03-31, 2032
            2026-11-27, Y10,    2027-04-01, 2037-03-31, 2037
            2026-11-27, Y30,    2027-04-01, 2057-03-31, 2057
            # January to March still belong to the year that began in April
            2027-01-04, Y5,     2027-04-01, 2032-03-31, 2032
            # 29 February changes nothing
            2028-02-29, Y3,     2028-04-01, 2031-03-31, 2031
            # less than a year: to the end of the year itself
            2026-11-27, UNDER1, 2026-04-01, 2027-03-31, 2027
            2027-03-31, UNDER1, 2026-04-01, 2027-03-31, 2027
            2027-04-01, UNDER1, 2027-04-01, 2028-03-31, 2028
            """)
    void countsByFiscalYears(LocalDate done, RetentionClass kept, LocalDate from, LocalDate until, int disposal) {
        var period = new Retention(kept, null, null).after(FiscalYear.of(done));

        assertThat(period).isEqualTo(new RetentionPeriod(from, until));
        assertThat(period.disposalYear().year()).isEqualTo(disposal);
        assertThat(period.isOverOn(until)).isFalse();
        assertThat(period.isOverOn(until.plusDays(1))).isTrue();
    }

    @ParameterizedTest(name = "{0}、法定 {1} まで → {2} まで、{3}年度")
    @DisplayName("法令の期限が後なら、そちらが勝つ(公職選挙法71条 任期間の保存)")
    @CsvSource(textBlock = """
            Y1, 2030-04-30, 2030-04-30, 2030
            Y1, 2031-03-31, 2031-03-31, 2031
            Y1, 2028-03-31, 2028-03-31, 2028
            Y5, 2030-04-30, 2032-03-31, 2032
            UNDER1, 2027-09-30, 2027-09-30, 2027
            """)
    void aLawWins(RetentionClass kept, LocalDate law, LocalDate until, int disposal) {
        var period = new Retention(kept, null, law).after(new FiscalYear(2026));

        assertThat(period.until()).isEqualTo(until);
        assertThat(period.disposalYear().year()).isEqualTo(disposal);
    }

    @Test
    @DisplayName("常用は閉じるまで数えず、閉じた年度から次の保存期間が始まる")
    void regularUseIsNotCounted() {
        var standing = new Retention(RetentionClass.STANDING, RetentionClass.Y5, null);

        assertThat(standing.foreseen(new FiscalYear(2026))).isEmpty();
        assertThat(standing.after(new FiscalYear(2040)))
                .isEqualTo(new RetentionPeriod(LocalDate.of(2041, 4, 1), LocalDate.of(2046, 3, 31)));
    }

    @Test
    @DisplayName("常用だけが、その後の保存期間を名指す")
    void onlyRegularUseNamesWhatFollows() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Retention(RetentionClass.STANDING, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Retention(RetentionClass.Y5, RetentionClass.Y1, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Retention(RetentionClass.STANDING, RetentionClass.STANDING, null));
    }

    @ParameterizedTest(name = "完結 {0}、{1} → {2}")
    @DisplayName("元号が改まっても、4月1日で数える(昭和63年度・平成30年度・令和元年度)")
    @CsvSource(textBlock = """
            # 昭和64年1月7日 and 平成元年1月8日 lie in one fiscal year, 昭和63年度
            1989-01-07, Y30, 2019-03-31, 平成31年度
            1989-01-08, Y30, 2019-03-31, 平成31年度
            1989-03-31, Y10, 1999-03-31, 平成11年度
            1989-04-01, Y10, 2000-03-31, 平成12年度
            # 平成31年4月30日 and 令和元年5月1日 too
            2019-03-31, Y5,  2024-03-31, 令和6年度
            2019-04-30, Y5,  2025-03-31, 令和7年度
            2019-05-01, Y5,  2025-03-31, 令和7年度
            2020-02-29, UNDER1, 2020-03-31, 令和2年度
            """)
    void erasDoNotMatter(LocalDate done, RetentionClass kept, LocalDate until, String disposal) {
        var period = new Retention(kept, null, null).after(FiscalYear.of(done));

        assertThat(period.until()).isEqualTo(until);
        assertThat(period.disposalYear()).hasToString(disposal);
    }

    @ParameterizedTest(name = "{0} まで、{1}年延ばす → {2}")
    @DisplayName("延長は年度で数え、いつも3月31日に終わる")
    @CsvSource(textBlock = """
            2032-03-31, 1,  2033-03-31
            2032-03-31, 30, 2062-03-31
            # a day set by law in the middle of a year
            2030-04-30, 1,  2032-03-31
            2030-04-01, 1,  2032-03-31
            """)
    void anExtensionEndsWithAYear(LocalDate until, int years, LocalDate extended) {
        var period = new RetentionPeriod(LocalDate.of(2027, 4, 1), until);

        assertThat(period.extendedBy(years)).isEqualTo(extended);
        assertThat(period.notBefore(extended)).isEqualTo(new RetentionPeriod(period.from(), extended));
        assertThat(period.notBefore(until.minusDays(1))).isEqualTo(period);
        assertThat(period.notBefore(null)).isEqualTo(period);
    }
}

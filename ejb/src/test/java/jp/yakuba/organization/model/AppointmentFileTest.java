package jp.yakuba.organization.model;

import static jp.yakuba.organization.ChartFixture.REFORM;
import static jp.yakuba.organization.ChartFixture.aSmallTownHall;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import jp.yakuba.organization.api.AppointmentFault.Kind;
import jp.yakuba.organization.api.AppointmentKind;
import jp.yakuba.organization.api.AppointmentTerms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("発令")
class AppointmentFileTest {
    private final AppointmentCheck check = new AppointmentCheck(aSmallTownHall(), REFORM);

    @ParameterizedTest(name = "{0},{1},{2},{3} → {4}")
    @DisplayName("読めない発令、意味をなさない発令は、行で断る")
    @CsvSource(textBlock = """
            0101, welfare-clerk, CONCURRENT, '', ''
            0101, treasurer, MAIN, 2027-04-02, ''
            0103, residents-chief, ACTING, 2027-06-01, ''
            9999, treasurer, MAIN, '', STAFF_UNKNOWN
            0101, nowhere, MAIN, '', POST_UNKNOWN
            0101, treasurer, SOMEHOW, '', KIND_UNKNOWN
            0101, treasurer, MAIN, soon, UNTIL_UNREADABLE
            0101, treasurer, MAIN, 2027-04-01, UNTIL_TOO_EARLY
            0101, residents-chief, ACTING, '', HELD_ALREADY
            """)
    void everyLineIsJudged(String staff, String post, String kind, String until, String fault) {
        var file = AppointmentFile.read("staff,post,kind,until\r\n" + String.join(",", staff, post, kind, until) + "\r\n");
        assertThat(file.faults(check)).extracting(found -> found.line() + " " + found.kind())
                .isEqualTo(fault.isEmpty() ? List.of() : List.of("2 " + fault));
    }

    @Test
    @DisplayName("一人に本務は一つ。同じ職は一度だけ")
    void onePersonHasOneMainPost() {
        assertThat(check.faultsOf(List.of(
                new AppointmentTerms("0101", "treasurer", AppointmentKind.MAIN, null),
                new AppointmentTerms("0101", "office-deputy", AppointmentKind.MAIN, null),
                new AppointmentTerms("0101", "treasurer", AppointmentKind.CONCURRENT, null))))
                .extracting(fault -> fault.line() + " " + fault.kind()).containsExactly("2 " + Kind.TWICE, "3 " + Kind.TWICE);
    }

    @Test
    @DisplayName("書いたとおりに読める")
    void theFileIsReadAsItWasWritten() {
        var orders = List.of(new AppointmentTerms("0101", "treasurer", AppointmentKind.ACTING, LocalDate.of(2028, 1, 1)));
        assertThat(AppointmentFile.read(AppointmentFile.write(orders)).orders()).isEqualTo(orders);
        assertThat(AppointmentFile.read("x").faults(check)).extracting(fault -> fault.kind()).containsExactly(Kind.COLUMNS_WRONG);
    }
}

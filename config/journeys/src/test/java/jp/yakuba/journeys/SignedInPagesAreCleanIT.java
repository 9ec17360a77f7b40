package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jp.yakuba.cards.SampleAccounts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("サインインした人の画面の検査")
class SignedInPagesAreCleanIT extends Journey {
    private static final String RESIDENT = SampleAccounts.RESIDENTS.get(0);
    private static final List<String> PAGES_OF_A_RESIDENT = List.of("/", "/my", "/my/notices", "/account", "/account-profile",
            "/account-mail", "/account-password", "/account-second-factor", "/account-mandates", "/start?procedure=dog-change",
            "/start?procedure=move-in", "/sign-in-link");

    @ParameterizedTest(name = "{0} {1} px")
    @DisplayName("サインインした住民の画面に、きずがない")
    @CsvSource({"ja, 390", "ja, 1280", "ja-easy, 390", "ja-easy, 1280", "en, 390", "en, 1280"})
    void pagesOfAResidentAreClean(String language, int width) {
        var resident = visitor(width).prefer("y_lang", language).signIn(RESIDENT);
        var pages = new ArrayList<>(PAGES_OF_A_RESIDENT);
        pages.addAll(office().once("pages of a life", () -> Life.of(visitor(DESK).signIn(RESIDENT), office())));

        var walk = Walk.ofKinds(resident, office()::portal, language + " " + width, pages);

        assertThat(walk.seen()).containsAll(pages);
        assertThat(walk.findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}={1} {2} px")
    @DisplayName("住民の画面は、大きな文字、濃い配色、暗い配色、320 px でも、きずがない")
    @CsvSource({"y_size, xl, 390", "y_theme, contrast, 390", "y_theme, dark, 1280", "y_lang, ja, 320", "y_lang, ja-easy, 320", "y_kiosk, on, 1280"})
    void pagesOfAResidentAreCleanInEveryLook(String preference, String value, int width) {
        var resident = visitor(width).signIn(RESIDENT);
        resident.prefer(preference, value);
        var pages = new ArrayList<>(PAGES_OF_A_RESIDENT);
        pages.addAll(office().once("pages of a life", () -> Life.of(visitor(DESK).signIn(RESIDENT), office())));
        var findings = new ArrayList<String>();
        for (var path : pages) {
            findings.addAll(Inspection.of(resident.page(), resident.goTo(path), preference + "=" + value + " " + width + " " + path));
        }
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest(name = "{0} px")
    @DisplayName("職員の画面に、きずがない")
    @CsvSource({"390", "1280"})
    void pagesOfStaffAreClean(int width) {
        office().once("pages of a life", () -> Life.of(visitor(DESK).signIn(RESIDENT), office()));
        var findings = new ArrayList<String>();
        for (var number : Staff.oneOfEachRole(office().running().database().owner())) {
            var clerk = visitor(width).signInAsStaff(number);
            var walk = Walk.ofKinds(clerk, office()::office, "staff " + number + " " + width, List.of("/office/inbox"));
            assertThat(walk.seen()).hasSizeGreaterThan(1);
            findings.addAll(walk.findings());
        }
        assertThat(findings).isEmpty();
    }
}

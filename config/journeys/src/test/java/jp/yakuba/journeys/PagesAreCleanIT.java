package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("画面の検査")
class PagesAreCleanIT extends Journey {
    private static final List<String> OPEN_PAGES = List.of("/", "/procedures", "/guide", "/sign-in", "/sign-in-link",
            "/reset-password", "/register", "/about",
            "/accessibility", "/privacy", "/contact", "/preferences");

    @ParameterizedTest(name = "{0} {1} px")
    @DisplayName("だれでも見られる画面に、きずがない")
    @CsvSource({"ja, 390", "ja, 1280", "ja-easy, 390", "en, 390"})
    void pagesForEverybodyAreClean(String language, int width) {
        var visitor = visitor(width).prefer("y_lang", language);

        var walk = Walk.of(visitor, office()::portal, language + " " + width, OPEN_PAGES);

        assertThat(walk.seen()).hasSizeGreaterThan(OPEN_PAGES.size());
        assertThat(walk.findings()).isEmpty();
    }

    @ParameterizedTest(name = "{0}={1}")
    @DisplayName("大きな文字、濃い配色、暗い配色でも、きずがない")
    @CsvSource({"y_size, xl", "y_theme, contrast", "y_theme, dark"})
    void pagesAreCleanInEveryLook(String preference, String value) {
        var findings = new ArrayList<String>();
        var visitor = visitor(PHONE).prefer(preference, value);
        for (var path : List.of("/", "/procedures", "/procedure/move-in", "/guide", "/sign-in", "/register", "/preferences")) {
            findings.addAll(Inspection.of(visitor.page(), visitor.goTo(path), preference + "=" + value + " " + path));
        }
        assertThat(findings).isEmpty();
    }

    @Test
    @DisplayName("道案内のどの問いにも、きずがない")
    void everyQuestionOfTheGuideIsClean() {
        var findings = new ArrayList<String>();
        var visitor = visitor(PHONE);
        visitor.goTo("/guide");
        var guides = visitor.page().locator("main a[href^='/guide/']").evaluateAll("all => all.map(one => one.getAttribute('href'))");
        assertThat((List<?>) guides).isNotEmpty();
        for (var guide : (List<?>) guides) {
            var answer = visitor.goTo((String) guide);
            for (var step = 0; step < 20; step++) {
                findings.addAll(Inspection.of(visitor.page(), answer, guide + " question " + (step + 1)));
                var choices = visitor.page().locator("main form input[type=radio], main form input[type=checkbox]");
                if (choices.count() == 0) {
                    break;
                }
                choices.first().check();
                answer = null;
                visitor.pressMain();
            }
        }
        assertThat(findings).isEmpty();
    }
}

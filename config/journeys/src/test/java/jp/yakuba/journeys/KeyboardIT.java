package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Map;
import jp.yakuba.cards.SampleAccounts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("キーボードだけで")
class KeyboardIT extends Journey {
    private static final int MOST_KEYS = 400;
    private static final Map<String, String> WORDS = Map.of(
            "applicant.name", "髙橋　花子", "applicant.kana", "たかはし　はなこ", "applicant.phone", "0155-62-0000",
            "applicant.address.postal", "0820012", "applicant.address.lot", "８番地",
            "dog.dogs.0.name", "ハナ", "dog.dogs.0.breed", "柴犬", "dog.dogs.0.registeredAt", "帯広市");

    @Test
    @DisplayName("始めるところから送るまで、Tab と Enter とスペースだけで届け出られ、止まるところはいつも見える")
    void aWholeFormWithoutAMouse() {
        var visitor = visitor(DESK).signIn(SampleAccounts.RESIDENTS.get(1));
        var page = visitor.page();
        visitor.goTo("/start?procedure=dog-change");
        pressWith(page, "button.y-btn--main");
        page.waitForURL("**/draft/**");
        pressWith(page, "a.y-btn--main");
        page.waitForURL("**/applicant");
        while (!page.url().contains("/check")) {
            fillByKeys(page);
        }
        page.waitForLoadState();
        pressWith(page, "button[name=y_send]");
        page.waitForURL("**/my/done/**");
        assertThat(visitor.words()).contains("犬の登録事項の変更");
    }

    @Test
    @DisplayName("最初の Tab で本文へ飛べる")
    void theFirstTabLeadsToTheContents() {
        var visitor = visitor(DESK);
        visitor.goTo("/procedures");
        visitor.page().keyboard().press("Tab");
        assertThat(visitor.page().evaluate("document.activeElement.className")).isEqualTo("y-skip");
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page().evaluate("document.activeElement.id")).isEqualTo("main");
    }

    private static void fillByKeys(Page page) {
        var before = page.url();
        for (var key = 0; key < MOST_KEYS; key++) {
            page.keyboard().press("Tab");
            var name = String.valueOf(page.evaluate("document.activeElement.name || ''"));
            var type = String.valueOf(page.evaluate("document.activeElement.type || ''"));
            assertSeen(page);
            if (WORDS.containsKey(name) && page.evaluate("document.activeElement.value").equals("")) {
                page.keyboard().type(WORDS.get(name));
                awaitPlace(page, name);
            } else if (type.equals("radio") && !(Boolean) page.evaluate(
                    "!!document.querySelector('[name=\"' + document.activeElement.name + '\"]:checked')")) {
                page.keyboard().press("Space");
            } else if (name.equals("y_next")) {
                page.keyboard().press("Enter");
                page.waitForURL(address -> !address.equals(before));
                return;
            }
        }
        throw new AssertionError("No button to go on with at " + before);
    }

    private static void awaitPlace(Page page, String name) {
        if (name.endsWith(".postal")) {
            PlaywrightAssertions.assertThat(page.locator("[name='applicant.address.place']")).not().hasValue("");
        }
    }

    private static void pressWith(Page page, String selector) {
        for (var key = 0; key < MOST_KEYS; key++) {
            page.keyboard().press("Tab");
            if ((Boolean) page.evaluate("s => !!document.activeElement.closest('main') && document.activeElement.matches(s)", selector)) {
                assertSeen(page);
                page.keyboard().press("Enter");
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach " + selector + " at " + page.url());
    }

    /** What has the focus has a ring, and is not under something else. */
    private static void assertSeen(Page page) {
        var seen = page.evaluate("""
                () => { const one = document.activeElement;
                  if (one === document.body) return 'body';
                  const ring = getComputedStyle(one.closest('label') && one.type === 'radio' ? one : one);
                  const box = one.getBoundingClientRect();
                  return box.width < 1 || ring.outlineStyle === 'none' ? one.outerHTML.slice(0, 120) : ''; }
                """);
        assertThat(String.valueOf(seen)).as("what has the focus is seen").isIn("", "body");
    }
}

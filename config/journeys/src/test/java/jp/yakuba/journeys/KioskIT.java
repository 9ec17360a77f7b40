package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.ArrayList;
import jp.yakuba.cards.SampleAccounts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ロビーの端末と、席を立った人")
class KioskIT extends Journey {
    private static final int IDLE = 61_000;
    private static final int COUNTDOWN = 21_000;
    private static final int ALMOST_AN_HOUR = 56 * 60_000;

    @Test
    @DisplayName("六十秒さわらないと二十秒数え、だれも答えなければ、その人のものを何も残さず終わる")
    void forgetsWhoeverWalkedAway() {
        var visitor = visitor(DESK).prefer("y_kiosk", "on").prefer("y_lang", "en");
        visitor.page().clock().install();
        visitor.signIn(SampleAccounts.RESIDENTS.get(0));
        visitor.goTo("/my");

        visitor.page().clock().runFor(IDLE);
        assertThat(visitor.page().locator("#watch")).isVisible();
        visitor.page().locator("#watch button").click();
        assertThat(visitor.page().locator("#watch")).isHidden();

        visitor.page().clock().runFor(IDLE);
        var goodbyes = new ArrayList<Route>();
        visitor.page().route("**/sign-out**", route -> {
            goodbyes.add(route);
            if (goodbyes.size() == 1) {
                route.fulfill(new Route.FulfillOptions().setStatus(204));
            } else {
                route.resume();
            }
        });
        visitor.page().clock().runFor(COUNTDOWN);
        visitor.page().waitForCondition(() -> !goodbyes.isEmpty());
        visitor.page().clock().runFor(COUNTDOWN);
        assertThat(goodbyes.size()).as("time is left for the answer").isEqualTo(1);
        visitor.page().clock().runFor(COUNTDOWN);
        visitor.page().waitForURL(office().portal("/"));
        assertThat(visitor.context().cookies()).noneMatch(cookie -> cookie.name.equals("yakuba_portal") || cookie.name.equals("y_lang"));
        assertThat(visitor.page().locator("html")).hasAttribute("data-y-kiosk", "on");
        visitor.goTo("/my");
        assertThat(visitor.page().url()).contains("/sign-in");
    }

    @Test
    @DisplayName("「おわる」はどの画面でも、下まで送っても見えている")
    void endIsAlwaysInSight() {
        var visitor = visitor(DESK).prefer("y_kiosk", "on");
        for (var path : new String[] {"/", "/procedures", "/guide", "/sign-in"}) {
            visitor.goTo(path);
            visitor.page().evaluate("window.scrollTo(0, document.body.scrollHeight)");
            assertThat(visitor.page().locator("#end")).isInViewport();
        }
        visitor.signIn(SampleAccounts.RESIDENTS.get(0));
        visitor.page().locator("#end").click();
        visitor.page().waitForURL(office().portal("/"));
        visitor.goTo("/my");
        assertThat(visitor.page().url()).contains("/sign-in");
    }

    @Test
    @DisplayName("家では、サインインが切れる五分前に知らせ、一押しで続けられる")
    void warnsBeforeASessionEnds() {
        var visitor = visitor(PHONE);
        visitor.page().clock().install();
        visitor.signIn(SampleAccounts.RESIDENTS.get(1));
        visitor.goTo("/account-profile");
        visitor.page().clock().runFor(ALMOST_AN_HOUR);
        assertThat(visitor.page().locator("#watch")).isVisible();
        assertThat(visitor.page().locator("#watch")).containsText("まもなくサインインが切れます");
        var touched = visitor.page().waitForResponse("**/health/live", () -> visitor.page().locator("#watch button").click());
        assertThat(touched.status()).isEqualTo(200);
        assertThat(visitor.page().locator("#watch")).isHidden();
    }
}

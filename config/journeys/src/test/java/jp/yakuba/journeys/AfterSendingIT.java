package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.yakuba.cards.SampleAccounts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("出したあと")
class AfterSendingIT extends Journey {
    @Test
    @DisplayName("どこにあり、いつからで、いつまでに終わるかが分かり、出したものを印刷でき、また使え、取り下げられる")
    void seesPrintsReusesAndWithdraws() {
        var visitor = visitor(PHONE).signIn(SampleAccounts.RESIDENTS.get(0));
        var application = send(visitor);
        visitor.goTo(application);
        assertThat(visitor.words()).as("who acts, since when, by when").containsPattern("課.*(から|に).*までに");
        assertThat(visitor.words()).contains("髙橋　花子", "柴犬").containsPattern("\\d{4}-\\d{4}-\\d{5}-\\d");

        var paper = visitor.page().locator("a[href$='form.pdf']").getAttribute("href");
        var copy = visitor.context().request().get(office().portal(paper));
        assertThat(copy.status()).isEqualTo(200);
        assertThat(new String(copy.body(), 0, 5)).isEqualTo("%PDF-");
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(visitor.page().locator("main button:visible, .y-tools:visible").count()).as("no controls on paper").isZero();
        visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

        visitor.page().locator("button[name=y_reuse]").click();
        visitor.page().waitForURL("**/draft/**");
        visitor.goTo(visitor.page().url().replaceAll("^https?://[^/]+(/draft/[^/?#]+).*", "$1") + "/dog");
        assertThat(visitor.field("dog.dogs.0.breed").inputValue()).isEqualTo("柴犬");

        visitor.goTo(application + "/withdraw");
        visitor.page().locator("button[name=y_withdraw]").click();
        visitor.page().waitForURL("**" + application);
        assertThat(visitor.words()).contains("取り下げ");
        visitor.goTo(application + "/withdraw");
        assertThat(visitor.page().locator("button[name=y_withdraw]").count()).as("once is enough").isZero();
    }

    @Test
    @DisplayName("直してほしいと言われたら、聞かれたところだけを直して返す")
    void answersACorrection() {
        var visitor = visitor(PHONE).signIn(SampleAccounts.RESIDENTS.get(0));
        var application = send(visitor);
        askForCorrection(application, "犬の名前をもう一度書いてください。");

        visitor.goTo("/my");
        assertThat(visitor.page().locator("#yours").innerText()).contains("犬の登録事項の変更");
        visitor.page().locator("#yours a[href='" + application + "/correct']").click();
        assertThat(visitor.words()).contains("犬の名前をもう一度書いてください。").containsPattern("令和.*まで");
        var asked = visitor.page().locator("main form input:not([type=hidden])");
        assertThat(asked.count()).as("only what was asked").isEqualTo(1);
        asked.fill("ハナコ");
        visitor.pressMain();
        visitor.page().waitForURL("**" + application);
        assertThat(visitor.words()).contains("ハナコ").doesNotContain("あなたがすること");
    }

    private void askForCorrection(String application, String words) {
        var clerk = staff(Staff.with(office().running().database().owner(), "examiner", "environment"));
        clerk.goToOffice("/office/application?id=" + application.replaceAll(".*/", ""));
        var page = clerk.page();
        page.locator("#correctForm label").filter(new Locator.FilterOptions().setHasText("犬の名前")).locator("input").first().check();
        page.locator("#correctionWords").fill(words);
        page.locator("#correctionUntil").fill(LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(14).toString());
        page.waitForResponse(answer -> answer.request().method().equals("POST"), () -> page.locator("#requestCorrection").click());
    }

    /** Sends the papers of a dog; returns the path of the application. */
    private static String send(Visitor visitor) {
        visitor.goTo("/start?procedure=dog-change");
        visitor.pressMain();
        visitor.page().waitForURL("**/draft/**");
        visitor.pressMain();
        Neighbours.dog().fillDraft(visitor.page());
        visitor.page().locator("button[name=y_send]").click();
        visitor.page().waitForURL("**/my/done/**");
        visitor.pressMain();
        visitor.page().waitForURL(address -> !address.contains("/done/"));
        return visitor.page().locator("main a[href^='/my/application/']").first().getAttribute("href");
    }
}

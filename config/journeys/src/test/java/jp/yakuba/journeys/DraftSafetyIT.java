package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.yakuba.cards.SampleAccounts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("書きかけのものは、なくならない")
class DraftSafetyIT extends Journey {
    private static final String HANAKO = SampleAccounts.RESIDENTS.get(0);
    private static final String TARO = SampleAccounts.RESIDENTS.get(1);

    @Test
    @DisplayName("書いているあいだに保存され、別の端末で続きから書ける")
    void savesWhileTypingAndGoesOnElsewhere() {
        var phone = visitor(PHONE).signIn(HANAKO);
        var draft = begin(phone);
        phone.goTo(draft + "/applicant");
        type(phone, "applicant.name", "髙橋　花子");
        saved(phone);

        var desk = visitor(DESK).signIn(HANAKO);
        desk.goTo("/my");
        desk.page().locator("a[href='" + draft + "']").click();
        desk.goTo(draft + "/applicant");
        assertThat(desk.field("applicant.name")).hasValue("髙橋　花子");

        desk.field("applicant.phone").fill("0155-62-1111");
        desk.page().locator("form#questions .y-btn--main").click();
        phone.goTo(draft + "/applicant");
        assertThat(phone.field("applicant.name")).hasValue("髙橋　花子");
        assertThat(phone.field("applicant.phone")).hasValue("0155-62-1111");
    }

    @Test
    @DisplayName("通信が切れたら言葉で知らせ、戻ったら書いたものを保存する")
    void keepsWhatWasTypedWithoutAConnection() {
        var visitor = visitor(PHONE).signIn(HANAKO);
        var draft = begin(visitor);
        visitor.goTo(draft + "/applicant");
        visitor.context().setOffline(true);
        type(visitor, "applicant.name", "切れた　花子");
        assertThat(visitor.page().locator("#draft-state")).containsText("通信を確かめてください");

        visitor.context().setOffline(false);
        assertThat(visitor.page().locator("#draft-state")).containsText("下書きを保存しました");
        visitor.goTo(draft + "/applicant");
        assertThat(visitor.field("applicant.name")).hasValue("切れた　花子");
    }

    @Test
    @DisplayName("二つの窓で別々の欄を書いても、たがいに消し合わない")
    void twoTabsDoNotUndoEachOther() {
        var visitor = visitor(DESK).signIn(HANAKO);
        var draft = begin(visitor);
        visitor.goTo(draft + "/applicant");
        var second = visitor.context().newPage();
        second.navigate(office().portal(draft + "/dog"));
        type(visitor, "applicant.name", "窓一　花子");
        saved(visitor);
        second.locator("[name='dog.dogs.0.name']").fill("窓二");
        second.locator("form#questions button[name=y_later]").click();
        second.waitForLoadState();

        visitor.goTo(draft + "/dog");
        assertThat(visitor.field("dog.dogs.0.name")).hasValue("窓二");
        visitor.goTo(draft + "/applicant");
        assertThat(visitor.field("applicant.name")).hasValue("窓一　花子");
    }

    @Test
    @DisplayName("戻るボタンで戻っても、書いたものがある")
    void theBackButtonLosesNothing() {
        var visitor = visitor(PHONE).signIn(HANAKO);
        var draft = begin(visitor);
        visitor.goTo(draft + "/applicant");
        Neighbours.dog().fillPage(visitor.page());
        visitor.page().locator("form#questions .y-btn--main").click();
        visitor.page().waitForURL("**/dog");
        visitor.page().goBack();
        assertThat(visitor.field("applicant.kana")).hasValue("たかはし　はなこ");
    }

    @Test
    @DisplayName("サインインが切れたあとに送っても、同じ人がサインインし直せば続きから進み、ほかの人には渡らない")
    void whatIsSentAfterTheSessionWaitsForItsSender() {
        var visitor = visitor(PHONE).signIn(HANAKO);
        var draft = begin(visitor);
        visitor.goTo(draft + "/applicant");
        Sessions.end(visitor, office(), HANAKO);
        type(visitor, "applicant.name", "夜更け　花子");
        visitor.field("applicant.phone").fill("0155-62-2222");
        visitor.page().locator("form#questions .y-btn--main").click();
        visitor.page().waitForURL("**/sign-in**");
        assertThat(visitor.words()).contains("入力したものは残っています");

        comeBack(visitor, TARO);
        assertThat(visitor.page().url()).endsWith("/my");
        assertThat(visitor.goTo(draft + "/applicant").status()).isEqualTo(404);
        visitor.goTo("/sign-out");

        visitor.goTo("/sign-in");
        comeBack(visitor, HANAKO);
        assertThat(visitor.page().url()).contains("/account-continue");
        visitor.page().reload();
        visitor.pressMain();
        visitor.page().waitForURL("**" + draft + "/**");
        visitor.goTo(draft + "/applicant");
        assertThat(visitor.field("applicant.name")).hasValue("夜更け　花子");
        assertThat(visitor.field("applicant.phone")).hasValue("0155-62-2222");
        visitor.goTo("/sign-out");
        visitor.goTo("/sign-in");
        comeBack(visitor, HANAKO);
        assertThat(visitor.page().url()).as("offered once").endsWith("/my");
    }

    @Test
    @DisplayName("開いたままだった登録内容の画面も、サインインし直せば送った内容のまま進む")
    void aPageLeftOpenGoesOnAfterSigningIn() {
        var visitor = visitor(PHONE).signIn(TARO);
        visitor.goTo("/account-profile");
        Sessions.end(visitor, office(), TARO);
        visitor.field("displayName").fill("朝の太郎");
        visitor.page().locator("#send").click();
        visitor.page().waitForURL("**/sign-in**");
        comeBack(visitor, TARO);
        visitor.pressMain();
        visitor.page().waitForURL("**/account?done=profile");
        assertThat(visitor.words()).contains("朝の太郎");
    }

    @Test
    @DisplayName("送るボタンを二度押しても、届け出は一件だけで、同じ受付になる")
    void pressingSendTwiceSendsOnce() {
        var visitor = visitor(PHONE).signIn(HANAKO);
        begin(visitor);
        visitor.pressMain();
        Neighbours.dog().fillDraft(visitor.page());
        var check = visitor.page().url();
        visitor.goTo("/my");
        var before = bundles(visitor);
        visitor.page().navigate(check);
        var twin = visitor.context().newPage();
        twin.navigate(check);
        visitor.page().locator("button[name=y_send]").dblclick();
        visitor.page().waitForURL("**/my/done/**");
        twin.locator("button[name=y_send]").click();
        twin.waitForLoadState();

        visitor.goTo("/my");
        assertThat(bundles(visitor)).hasSize(before.size() + 1);
        assertThat(twin.url()).as("the late one is led to what was sent").contains("/my");
    }

    private static List<String> bundles(Visitor visitor) {
        return visitor.page().locator("section[aria-labelledby=bundles] li a").allInnerTexts();
    }

    private static void comeBack(Visitor visitor, String mail) {
        visitor.field("mail").fill(mail);
        visitor.field("password").fill(SampleAccounts.RESIDENT_PASSWORD);
        visitor.page().locator("#send").click();
        visitor.page().waitForURL(address -> !address.contains("/sign-in"));
    }

    private static void type(Visitor visitor, String name, String words) {
        visitor.field(name).fill("");
        visitor.field(name).pressSequentially(words);
    }

    private static void saved(Visitor visitor) {
        visitor.page().waitForResponse(answer -> answer.request().method().equals("POST") && answer.ok(), () -> { });
    }

    private static String begin(Visitor visitor) {
        visitor.goTo("/start?procedure=dog-change");
        visitor.pressMain();
        visitor.page().waitForURL("**/draft/**");
        return visitor.page().url().replaceAll("^https?://[^/]+(/draft/[^/?#]+).*", "$1");
    }
}

package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import jp.yakuba.cards.SampleAccounts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("利用者登録とサインイン、画面のとおりに")
class AccountJourneyIT extends Journey {
    private static final String PASSWORD = "a long enough sentence";
    private static final String OTHER = "another long sentence";
    private static final int ALLOWED = 5;

    @Test
    @DisplayName("メールのリンクで登録が終わり、サインインでき、パスワードは変えられる")
    void registersByMailSignsInAndChangesThePassword() {
        var visitor = registered("sumire@account.example");
        enter(visitor, "sumire@account.example", "wrong password");
        assertThat(errors(visitor)).contains("パスワードが合いません");
        assertThat(visitor.field("mail").inputValue()).as("what was typed stays").isEqualTo("sumire@account.example");

        enter(visitor, "sumire@account.example", PASSWORD);
        assertThat(visitor.page().url()).endsWith("/my");

        visitor.goTo("/account-password");
        visitor.field("oldPassword").fill("not the old one");
        visitor.field("newPassword").fill(OTHER);
        press(visitor);
        assertThat(errors(visitor)).contains("合いません");
        visitor.field("oldPassword").fill(PASSWORD);
        visitor.field("newPassword").fill(OTHER);
        press(visitor);
        assertThat(visitor.words()).contains("パスワードを変えました");
        visitor.goTo("/sign-out");
        enter(visitor, "sumire@account.example", OTHER);
        assertThat(visitor.page().url()).endsWith("/my");
    }

    @Test
    @DisplayName("五回まちがえると、待つように言葉で伝える")
    void tellsWhoeverTriesTooOftenToWait() {
        var visitor = visitor(PHONE);
        for (var failure = 0; failure < ALLOWED; failure++) {
            enter(visitor, "guess@account.example", "wrong " + failure);
            assertThat(errors(visitor)).contains("パスワードが合いません");
        }
        enter(visitor, "guess@account.example", "right or wrong");
        assertThat(errors(visitor)).contains("少し待ってから");
    }

    @Test
    @DisplayName("忘れたパスワードはメールのリンクで決め直し、ほかの端末のサインインは終わる")
    void setsAForgottenPasswordByMail() {
        var visitor = registered("kaede@account.example");
        enter(visitor, "kaede@account.example", PASSWORD);
        var other = visitor(DESK);
        other.goTo("/reset-password");
        other.field("mail").fill("kaede@account.example");
        press(other);
        Letters.follow(other, office(), "kaede@account.example", "パスワードの再設定");
        other.field("password").fill("short");
        press(other);
        assertThat(errors(other)).contains("10文字以上");
        other.field("password").fill(OTHER);
        press(other);
        assertThat(other.words()).contains("新しいパスワードを決めました");

        visitor.page().waitForTimeout(4000);
        visitor.goTo("/my");
        assertThat(visitor.page().url()).contains("/sign-in");
        enter(visitor, "kaede@account.example", OTHER);
        assertThat(visitor.page().url()).contains("/my");
    }

    @Test
    @DisplayName("メールアドレスは、新しいほうに届いたリンクを開いたときに変わる")
    void changesTheAddressWhenItAnswers() {
        var visitor = registered("old@account.example");
        enter(visitor, "old@account.example", PASSWORD);
        visitor.goTo("/account-mail");
        visitor.field("mail").fill("new@account.example");
        press(visitor);
        assertThat(visitor.words()).contains("old@account.example", "確認のメールを送りました");

        Letters.follow(visitor, office(), "new@account.example", "メールアドレスの確認");
        press(visitor);
        visitor.goTo("/account");
        assertThat(visitor.words()).contains("new@account.example").doesNotContain("old@account.example");
    }

    @Test
    @DisplayName("二段階の確認を始め、コードで入り、復旧コードでやめる")
    void turnsTheSecondFactorOnAndOff() {
        var visitor = registered("momiji@account.example");
        enter(visitor, "momiji@account.example", PASSWORD);
        visitor.goTo("/account-second-factor");
        visitor.page().locator("#begin").click();
        var phone = Authenticator.typed(visitor.page().locator("#secret").innerText());
        visitor.field("code1").fill("000000");
        visitor.page().locator("#confirm").click();
        assertThat(errors(visitor)).contains("確認コードが合いません");
        visitor.field("code1").fill(phone.code(-1));
        visitor.page().locator("#confirm").click();
        var recovery = visitor.page().locator("#codes li").allInnerTexts();
        assertThat(recovery).hasSize(10);

        visitor.goTo("/sign-out");
        enter(visitor, "momiji@account.example", PASSWORD);
        assertThat(visitor.page().url()).contains("/sign-in-code");
        visitor.goTo("/my");
        assertThat(visitor.page().url()).as("half a sign-in opens nothing").contains("/sign-in");
        enter(visitor, "momiji@account.example", PASSWORD);
        visitor.field("code").fill(phone.code(1));
        press(visitor);
        assertThat(visitor.page().url()).endsWith("/my");

        visitor.goTo("/account-second-factor");
        visitor.field("code").fill(recovery.get(0).strip());
        press(visitor);
        visitor.goTo("/sign-out");
        enter(visitor, "momiji@account.example", PASSWORD);
        assertThat(visitor.page().url()).endsWith("/my");
    }

    @Test
    @DisplayName("はじめてのカードで登録し、あとでアドレスを確かめる。台帳にいない人はまだ結びつかない")
    void opensAnAccountByCard() {
        var visitor = visitorWithCard(PHONE, "newcomer-wife");
        byCard(visitor);
        assertThat(visitor.page().url()).contains("/register-card");
        registerCard(visitor, "misaki@account.example");
        visitor.goTo("/account");
        assertThat(visitor.words()).contains("確認を待っています", "まだ結びついていません", "証明書の番号");

        Letters.follow(visitor, office(), "misaki@account.example", "メールアドレスの確認");
        press(visitor);
        visitor.goTo("/account");
        assertThat(visitor.words()).contains("misaki@account.example").doesNotContain("確認を待っています");
        visitor.goTo("/sign-out");
        byCard(visitor);
        assertThat(visitor.page().url()).as("known from now on").endsWith("/my");
    }

    @Test
    @DisplayName("台帳にいる人のカードは、証明書の番号でその人と結びつく")
    void linksTheHolderOfAKnownCard() {
        var visitor = visitorWithCard(DESK, "resident-1");
        byCard(visitor);
        registerCard(visitor, "resident1@account.example");
        visitor.goTo("/account");
        assertThat(visitor.words()).contains("結びついています").doesNotContain("まだ結びついていません");
        visitor.page().locator("#cardForm .y-row__act").click();
        assertThat(errors(visitor)).as("the only way in stays").contains("先にパスワードを決めてください");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("使えないカードには、わけを言葉で答える")
    @CsvSource({"expired, 期限が過ぎています", "revoked, 失効しています", "stranger, 発行したところを確認できません"})
    void answersABadCardInWords(String card, String words) {
        var visitor = visitorWithCard(PHONE, card);
        byCard(visitor);
        assertThat(visitor.page().url()).contains("/sign-in?card=");
        assertThat(visitor.words()).contains("カードでサインインできませんでした", words);
        visitor.goTo("/my");
        assertThat(visitor.page().url()).contains("/sign-in");
    }

    @Test
    @DisplayName("カードがなければ、そう言葉で答える")
    void answersAMissingCardInWords() {
        var visitor = visitor(PHONE);
        byCard(visitor);
        assertThat(visitor.words()).contains("カードを読み取れませんでした");
    }

    @Test
    @DisplayName("委任を頼み、引き受け、その人のために始め、取り消す。どちらからも見える")
    void actsForAnotherByMandate() {
        var principal = registered("haha@account.example");
        enter(principal, "haha@account.example", PASSWORD);
        var agent = registered("musume@account.example");
        enter(agent, "musume@account.example", PASSWORD);
        principal.goTo("/account-mandates");
        principal.page().locator("#offerForm #mail").fill("musume@account.example");
        principal.page().locator("#offerForm #send").click();
        principal.page().waitForURL("**/account-mandates?done=1");
        assertThat(principal.words()).contains("返事を待っています");

        Letters.follow(agent, office(), "musume@account.example", "代理の依頼");
        agent.page().locator("#receivedForm .y-btn--main").click();
        assertThat(agent.words()).contains("引き受けています");
        principal.goTo("/account-mandates");
        assertThat(principal.words()).contains("引き受けています");

        agent.goTo("/start?procedure=dog-change");
        agent.page().locator("input[name=y_mandate]").last().check();
        agent.pressMain();
        agent.page().waitForURL("**/draft/**");
        agent.pressMain();
        Neighbours.dog().fillDraft(agent.page());
        agent.page().locator("button[name=y_send]").click();
        agent.page().waitForURL("**/my/done/**");
        principal.goTo("/my");
        principal.page().locator("section[aria-labelledby=bundles] a[href^='/my/']").first().click();
        assertThat(principal.words()).as("what was sent in one's name is one's own").contains("犬の登録事項の変更");
        principal.goTo("/my/notices");
        assertThat(principal.page().locator("main a[href^='/my/notices/']").count()).isPositive();

        principal.goTo("/account-mandates");
        principal.page().locator("#givenForm .y-row__act").click();
        assertThat(principal.words()).contains("取り消しました");
        agent.goTo("/start?procedure=dog-change");
        assertThat(agent.page().locator("input[name=y_mandate]").count()).isZero();
    }

    @Test
    @DisplayName("ほかの端末のサインインを、ここからすべて終わらせる")
    void signsOutEverywhereElse() {
        var here = registered("doko@account.example");
        enter(here, "doko@account.example", PASSWORD);
        var there = visitor(DESK);
        enter(there, "doko@account.example", PASSWORD);
        here.goTo("/account");
        here.page().locator("#others").click();
        assertThat(here.words()).contains("ほかの端末のサインインをすべて終わらせました");

        there.goTo("/my");
        assertThat(there.page().url()).contains("/sign-in");
        here.goTo("/my");
        assertThat(here.page().url()).endsWith("/my");
    }

    @Test
    @DisplayName("メールアドレスだけで水道を届け出る。必要な確認は、何も書かないうちに分かる")
    void sendsWithAMailAddressAlone() {
        var visitor = visitor(PHONE);
        visitor.goTo("/procedure/water-start");
        assertThat(visitor.words()).contains("メールアドレス");
        visitor.pressMain();
        assertThat(visitor.words()).contains("アカウントもパスワードもいりません");
        visitor.page().locator("#link").click();
        visitor.field("mail").fill("lan.nguyen@water.example");
        press(visitor);
        assertThat(visitor.words()).contains("メールを送りました");
        Letters.follow(visitor, office(), "lan.nguyen@water.example", "サインインのリンク");
        press(visitor);
        assertThat(visitor.page().url()).as("the link leads on to what was begun").contains("/start?procedure=water-start");
        visitor.pressMain();
        visitor.page().waitForURL("**/draft/**");
        visitor.pressMain();
        Neighbours.water().fillDraft(visitor.page());
        visitor.page().locator("button[name=y_send]").click();
        visitor.page().waitForURL("**/my/done/**");

        visitor.goTo("/start?procedure=dog-change");
        assertThat(visitor.words()).as("a mail address is not enough for this").contains("もう少し確かな本人確認が必要です");
    }

    private Visitor registered(String mail) {
        var visitor = visitor(PHONE);
        visitor.goTo("/register");
        visitor.field("displayName").fill(mail.replaceAll("@.*", ""));
        visitor.field("mail").fill(mail);
        visitor.field("password").fill(PASSWORD);
        press(visitor);
        assertThat(visitor.words()).contains("メールを送りました");
        Letters.follow(visitor, office(), mail, "利用者登録のご案内");
        press(visitor);
        assertThat(visitor.words()).contains("メールアドレスを確認しました");
        return visitor;
    }

    private static void registerCard(Visitor visitor, String mail) {
        visitor.field("displayName").fill(mail.replaceAll("@.*", ""));
        visitor.field("mail").fill(mail);
        press(visitor);
        assertThat(visitor.page().url()).endsWith("/my");
    }

    private static void byCard(Visitor visitor) {
        visitor.goTo("/sign-in");
        visitor.page().locator("#card").click();
        visitor.page().waitForURL(address -> !address.matches(".*/(sign-in|card/[a-z-]+)(\\?(state|token)=.*)?$"));
    }

    private static void enter(Visitor visitor, String mail, String password) {
        visitor.goTo("/sign-in");
        visitor.field("mail").fill(mail);
        visitor.field("password").fill(password);
        press(visitor);
    }

    private static void press(Visitor visitor) {
        visitor.page().waitForResponse(answer -> answer.request().method().equals("POST"), () -> visitor.page().locator("#send").click());
        visitor.page().waitForLoadState();
    }

    private static String errors(Visitor visitor) {
        return visitor.page().locator(".y-errors").innerText(new Locator.InnerTextOptions().setTimeout(10_000));
    }

    @Test
    @DisplayName("見本の利用者の言葉は、登録した言葉になる")
    void changesNameAndLanguage() {
        var visitor = visitor(DESK).signIn(SampleAccounts.RESIDENTS.get(1));
        visitor.goTo("/account-profile");
        visitor.field("displayName").fill("");
        press(visitor);
        assertThat(errors(visitor)).contains("呼び名");
        visitor.field("displayName").fill("たろう");
        press(visitor);
        assertThat(visitor.words()).contains("呼び名とことばを変えました", "たろう");
    }
}

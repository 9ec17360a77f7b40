package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import jp.yakuba.cards.CardBox;
import jp.yakuba.launcher.CaughtMail;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("夜の引っ越し、電話の小さな画面で")
class MoveInJourneyIT extends Journey {
    private static final String FATHER = "森谷　健太";
    private static final String VERIFICATION = "メールアドレスの確認";
    private static final Map<String, List<String>> GUIDE = Map.of(
            "from", List.of("domestic"), "children", List.of("under18", "pupil"), "publicServant", List.of("no"),
            "insurance", List.of("yes"), "water", List.of("yes"), "dog", List.of("yes"), "seal", List.of("yes"));

    private static final int FIELDS = 70;
    private static final String STREET = "３丁目" + Newcomers.LOT;

    @Test
    @DisplayName("四人の家族が七つの手続を一度に出し、町が調べ、一度の来庁で、みな終わる")
    void aFamilyMovesInWithOneVisit() {
        var father = visitorWithCard(PHONE, Newcomers.CARD);
        send(father);
        var bundle = father.page().url().replaceAll(".*/", "");

        askCorrection(Clerk.of(staff(post("residents-clerk-1"))));
        answerCorrection(father);
        visit(Clerk.of(staff(post("residents-clerk-1"))));
        decideAllowance();

        everythingIsDone(father, bundle);
        papersSayWhatWasTyped(father, bundle);
        eachNoticeCameOnce(father);
    }

    private void send(Visitor father) {
        followGuide(father);
        comeInByCard(father);
        father.pressMain();
        assertThat(father.page().url()).as("the bundle is open").contains("/draft/");

        var facts = Newcomers.facts(LocalDate.now(ZoneId.of("Asia/Tokyo")));
        father.pressMain();
        facts.fillDraft(father.page());
        assertThat(facts.shown()).as("no question stands on two pages")
                .allSatisfy((name, pages) -> assertThat(pages).as(name).hasSize(1));
        assertThat(facts.typed()).as("four names for seven procedures").filteredOn(name -> name.endsWith(".name"))
                .containsExactlyInAnyOrder("household.members.0.name", "household.members.1.name", "household.members.2.name",
                        "household.members.3.name", "dog.dogs.0.name");
        assertThat(facts.typed()).as("all that a family of four types and chooses for seven procedures").hasSize(FIELDS);

        sign(father);
        father.page().locator("button[name=y_send]").click();
        father.page().waitForURL("**/my/done/**");
        assertThat(father.page().locator("main dl.y-facts .y-code").allInnerTexts()).as("a receipt for each")
                .hasSize(7).doesNotHaveDuplicates();
    }

    /** The street has numbered blocks and the family has named none; the ledger says so, and the clerk asks. */
    private static void askCorrection(Clerk clerk) {
        Until.holds("the ledger has entered the move", () -> {
            clerk.atInbox().open("転入届", FATHER);
            return clerk.page().locator("#move").count() == 1;
        });
        assertThat(clerk.words("move")).contains("東二条12番地3", "町名・字が台帳にありません", "森谷　湊");
        clerk.type("noteWords", "東二条は丁目がある").press("note");
        assertThat(clerk.words("notes")).contains("東二条は丁目がある");

        clerk.page().locator("#correct summary").click();
        clerk.page().getByLabel("新しい住所", new Page.GetByLabelOptions().setExact(true)).check();
        clerk.type("correctionWords", "東二条には丁目があります。何丁目かを入れてください。").press("requestCorrection");
        assertThat(clerk.page().locator("#correctForm, #visitForm").count()).as("now it is the family's turn").isZero();
    }

    private static void answerCorrection(Visitor father) {
        father.goTo("/my");
        father.page().locator("#yours a").click();
        father.page().waitForURL("**/correct");
        assertThat(father.words()).contains("何丁目かを入れてください");
        father.page().waitForNavigation(father::pressMain);
        assertThat(father.page().locator("form#questions input:not([type=hidden])").count()).as("only the address is asked").isEqualTo(4);
        father.field("move.new.lot").fill(STREET);
        father.page().waitForNavigation(() -> father.page().locator("form#questions .y-btn--main").click());
        father.page().locator("button[name=y_send]").click();
        father.page().waitForURL("**/my/application/**");
        assertThat(father.words()).contains("東二条3丁目12番地3").doesNotContain("直してください");
    }

    /** The visit: the registrar has everything before him and makes it final. */
    private static void visit(Clerk registrar) {
        Until.holds("the ledger has entered the corrected move", () -> {
            registrar.atInbox().countFromHere().open("転入届", FATHER);
            return registrar.words("move").contains("東二条3丁目12番地3");
        });
        assertThat(registrar.words("move")).doesNotContain("台帳にありません");
        registrar.press("completeVisit");
        assertThat(registrar.words("move")).contains("本登録済み");
        registrar.backToInbox().open("印鑑登録", FATHER).press("completeVisit");
        assertThat(registrar.clicks()).as("clicks of the visit: two procedures").isLessThanOrEqualTo(5);
        assertThat(registrar.page().locator("#visitForm").count()).isZero();
    }

    private void decideAllowance() {
        var examiner = Clerk.of(staff(post("child-clerk-1"))).atInbox().open("児童手当", FATHER);
        assertThat(examiner.words("compare")).as("compared with the ledger's new entry").contains("一致");
        examiner.type("grantWords", "児童手当を認定する。").press("proposeGrant");
        assertThat(examiner.words("route")).contains("子育て係長", "課長");
        for (var stop : List.of("child-lead-1", "child-chief")) {
            var decider = Clerk.of(staff(post(stop)));
            decider.atApprovals().openProposal("児童手当").press("approve");
        }
    }

    private static void everythingIsDone(Visitor father, String bundle) {
        Until.holds("all seven are done", () -> {
            father.goTo("/my/" + bundle);
            return father.page().locator("main ol.y-tasks .y-st--done").count() == 7;
        });
        assertThat(father.words()).contains("7件すべて終わりました");
        assertThat(result(father, bundle, "転入学")).contains("指定された学校", "芽室町立芽室小学校", "入学通知書番号");
        assertThat(result(father, bundle, "国民健康保険")).contains("被保険者番号");
        assertThat(result(father, bundle, "児童手当")).contains("認定番号", "審査請求").doesNotContain("芽室町芽室町長");
        assertThat(result(father, bundle, "水道")).contains("水栓番号");
        assertThat(result(father, bundle, "犬")).contains("鑑札番号");
    }

    private static String result(Visitor father, String bundle, String procedure) {
        father.goTo("/my/" + bundle);
        father.page().locator("main ol.y-tasks a", new Page.LocatorOptions().setHasText(procedure)).first().click();
        father.page().waitForURL("**/my/application/**");
        return father.words();
    }

    private void papersSayWhatWasTyped(Visitor father, String bundle) {
        result(father, bundle, "転入届");
        var copy = father.page().locator("main a[href$='/form.pdf']").getAttribute("href");
        var filled = Papers.read(father, office().portal(copy));
        for (var typed : List.of("森谷健太", "森谷美咲", "森谷結衣", "森谷湊", "モリヤミナト", "令和3年10月8日", "東二条3丁目12番地3",
                "北三条西5丁目1番地2", "090-1234-5678", "芽室町長")) {
            assertThat(filled).as("the filled form").contains(typed);
        }
        assertThat(filled).doesNotContain("芽室町芽室町長");
        var blank = Papers.read(father, office().portal("/api/procedures/move-in/form.pdf"));
        assertThat(blank).contains("転入届", "引っ越した日", "新しい住所", "世帯主から見た続柄").doesNotContain("森谷");
    }

    private void eachNoticeCameOnce(Visitor father) {
        father.goTo("/my/notices");
        var notices = father.page().locator("main li.y-row a").allInnerTexts();
        assertThat(notices).as("each notice once").doesNotHaveDuplicates().hasSize(12);
        Until.holds("the mails have arrived", () -> mails().size() >= notices.size());
        assertThat(mails()).containsExactlyInAnyOrderElementsOf(notices);
    }

    private List<String> mails() {
        return office().running().mail().to(Newcomers.MAIL).stream().map(CaughtMail::subject)
                .filter(subject -> !subject.equals(VERIFICATION)).toList();
    }

    private void followGuide(Visitor father) {
        father.goTo("/guide/moving-in");
        for (var step = 0; step < GUIDE.size(); step++) {
            var question = father.page().locator("input[name=y_asked]").getAttribute("value");
            GUIDE.get(question).forEach(choice -> father.page().check("input[name='" + question + "'][value='" + choice + "']"));
            father.pressMain();
            father.page().waitForLoadState();
        }
        assertThat(father.page().locator("main ol.y-tasks > li").count()).as("seven procedures").isEqualTo(7);
    }

    private void comeInByCard(Visitor father) {
        father.pressMain();
        father.page().locator("#card").click();
        father.page().waitForURL(address -> address.contains("/register-card") || address.contains("/start"));
        if (father.page().url().contains("/register-card")) {
            father.field("displayName").fill("森谷健太");
            father.field("mail").fill(Newcomers.MAIL);
            father.page().locator("#send").click();
        }
        father.page().waitForURL("**/start**");
        confirmMail(father);
    }

    /** Opens the link of the mail in another tab, as a person does, and goes on where he was. */
    private void confirmMail(Visitor father) {
        Until.holds("the mail that asks for a confirmation", () -> !office().running().mail().to(Newcomers.MAIL).isEmpty());
        var mail = office().running().mail().to(Newcomers.MAIL).get(0);
        var link = Pattern.compile("https?://\\S+").matcher(mail.text());
        assertThat(link.find()).isTrue();
        var tab = father.context().newPage();
        tab.navigate(link.group());
        var button = tab.locator("main form .y-btn--main");
        if (button.count() > 0) {
            button.first().click();
            tab.waitForLoadState();
        }
        tab.close();
    }

    /** The card's own software signs: the portal shows the digest, the person chooses the card and types its number. */
    private static void sign(Visitor father) {
        father.page().locator("button[name=y_sign]").click();
        father.page().locator("#reader").click();
        father.page().selectOption("#card", Newcomers.CARD);
        father.page().fill("#pin", CardBox.PASSWORD);
        father.page().locator("button[type=submit]").click();
        father.page().waitForURL("**/check?signature=**");
    }
}

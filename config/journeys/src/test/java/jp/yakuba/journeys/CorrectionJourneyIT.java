package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("補正に答える: 品目も、写真も、途中まででも、期限のあとでも")
class CorrectionJourneyIT extends Journey {
    private static final String ITEMS = "bulky-waste.items";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @Test
    @DisplayName("粗大ごみの品目を減らして足し、二つの窓の遅いほうは断られず同じ結果に着き、前と後が双方に見える")
    void entriesAreCorrectedOnThePhone() {
        var mail = Life.account(office(), "補正の人", "hojo-hinmoku@correction.example");
        var phone = visitor(PHONE).signIn(mail);
        var application = Life.send(phone, "bulky-waste", person("補正　品子", mail)
                .know(ITEMS + ".0.item", "たんす").know(ITEMS + ".0.count", "1").know(ITEMS + ".1.item", "机").know(ITEMS + ".1.count", "1")
                .know("bulky-waste.day", TODAY.plusDays(20).toString()).know("bulky-waste.place", "玄関前"));
        var clerk = Clerk.of(staff(holder("examiner", "environment")));
        clerk.askAgain(application, ITEMS, "品目を見直してください。");

        phone.goTo("/my");
        phone.page().locator("#yours a").click();
        phone.page().waitForURL("**/correct");
        assertThat(phone.words()).contains("品目を見直してください。", "たんす");
        phone.pressMain();
        phone.page().waitForURL("**/draft/**");
        assertThat(phone.page().locator("[name='bulky-waste.place']").count()).as("only the entries are asked").isZero();
        phone.page().waitForNavigation(() -> phone.page().locator("button[name=y_remove]").first().click());
        phone.page().waitForNavigation(() -> phone.page().locator("button[name=y_add]").click());
        phone.field(ITEMS + ".1.item").fill("自転車");
        phone.field(ITEMS + ".1.count").fill("2");
        phone.page().waitForNavigation(() -> phone.page().locator("form#questions .y-btn--main").click());
        var check = phone.page().url();

        var desk = visitor(DESK).signIn(mail);
        desk.page().navigate(check);
        assertThat(desk.words()).as("another device goes on").contains("自転車", "直した内容を送る");
        phone.pressMain();
        phone.page().waitForURL("**/my/application/**");
        assertThat(phone.words()).contains("補正で変わったところ", "たんす", "自転車");
        assertThat(phone.page().locator("main a[href$='/correct']").count()).as("nothing is asked any more").isZero();
        desk.pressMain();
        desk.page().waitForURL("**/my/application/**");

        clerk.visitor().goToOffice("/office/application?id=" + application);
        assertThat(clerk.words("changes")).contains("たんす", "自転車");
        assertThat(clerk.words("history")).contains("直した内容が届きました");
    }

    @Test
    @DisplayName("写真を取り替え、期限が過ぎると双方にそう見え、遅れた答えは届き、取り下げた後は言葉で断られる")
    void aPhotographIsReplacedAfterThePeriod() {
        var mail = Life.account(office(), "補正の人", "hojo-shashin@correction.example");
        var phone = visitor(PHONE).signIn(mail);
        var application = Life.send(phone, "disaster-certificate", person("補正　写真", mail).know("applicant.birthDate", "1980-1-5")
                .know("disaster-certificate.cause", "snow").know("disaster-certificate.on", TODAY.minusDays(3).toString())
                .know("disaster-certificate.place", "芽室町東二条").know("disaster-certificate.words", "雪で屋根が壊れました")
                .know("disaster-certificate.photos", picture("dark").toString()).know("disaster-certificate.copies", "1"));
        var clerk = Clerk.of(staff(holder("examiner", "general")));
        clerk.askAgain(application, "disaster-certificate.photos", "写真が暗くて見えません。");
        phone.goTo("/my/application/" + application + "/correct");
        phone.pressMain();
        phone.page().waitForURL("**/draft/**");
        assertThat(phone.words()).contains("dark.png");
        phone.page().waitForNavigation(() -> phone.page().locator("button[name=y_detach]").click());
        new Questions().know("disaster-certificate.photos", picture("bright").toString()).fillDraft(phone.page());
        assertThat(phone.words()).contains("bright.png").doesNotContain("dark.png");
        var check = phone.page().url();

        office().ask("update yakuba.apl_correction set until = date '" + TODAY.minusDays(1) + "' where application_id = ?::uuid returning 1",
                application);
        phone.page().navigate(check);
        assertThat(phone.words()).contains("期限", "まだ送れます");
        clerk.visitor().goToOffice("/office/inbox?scope=lapsed");
        assertThat(clerk.page().locator("main tr", new Page.LocatorOptions().setHasText("補正　写真")).innerText()).contains("補正期限切れ");
        clerk.visitor().goToOffice("/office/application?id=" + application);
        assertThat(clerk.words("correction")).contains("行政手続法7条");
        assertThat(clerk.page().locator("#correctForm, #refuseForm").count()).as("ask again, or refuse").isEqualTo(2);
        phone.pressMain();
        phone.page().waitForURL("**/my/application/**");
        assertThat(phone.words()).contains("dark.png", "bright.png");

        clerk.askAgain(application, "disaster-certificate.place", "場所の番地を書いてください。");
        phone.goTo("/my/application/" + application + "/correct");
        phone.pressMain();
        phone.page().waitForURL("**/draft/**");
        var draft = phone.page().url();
        var other = phone.context().newPage();
        other.navigate(office().portal("/my/application/" + application + "/withdraw"));
        other.waitForNavigation(() -> other.locator("button[name=y_withdraw]").click());
        phone.field("disaster-certificate.place").fill("芽室町東二条８番地");
        phone.page().waitForNavigation(() -> phone.page().locator("form#questions .y-btn--main").click());
        assertThat(phone.words()).contains("もう送れません", "芽室町東二条８番地");
        phone.page().navigate(draft);
        assertThat(phone.field("disaster-certificate.place").inputValue()).isEqualTo("芽室町東二条８番地");
    }

    @Test
    @DisplayName("写真を送っている間に書いたことも、選んだことも、送り終わっても残り、進んだ所から引き戻されない")
    void whatIsWrittenWhileAFileIsOnItsWayStays() {
        var phone = visitor(PHONE).signIn(Life.account(office(), "補正の人", "hojo-tochu@correction.example"));
        phone.goTo(Life.begin(phone, "disaster-certificate") + "/disaster");
        var held = new ArrayList<Route>();
        phone.page().route("**/draft/**", route -> {
            if ("xhr".equals(route.request().resourceType())) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        phone.page().setInputFiles("input[type=file][name='disaster-certificate.photos']", picture("slow"));
        phone.page().waitForCondition(() -> held.size() == 1);
        phone.field("disaster-certificate.copies").fill("2");
        phone.page().locator("input[name='disaster-certificate.cause'][value=snow]").check();
        var next = "button[name=y_next]:not([tabindex='-1'])";
        phone.page().locator(next).focus();
        held.get(0).resume();
        phone.page().waitForCondition(() -> phone.page().locator("button[name=y_detach]").count() == 1);

        assertThat(phone.field("disaster-certificate.copies").inputValue()).isEqualTo("2");
        assertThat(phone.page().locator("input[name='disaster-certificate.cause'][value=snow]").isChecked()).isTrue();
        assertThat(phone.page().evaluate("wanted => document.activeElement.matches(wanted)", next)).as("nobody is pulled back").isEqualTo(true);
    }

    @Test
    @DisplayName("送る途中で通信が切れた写真は、切れたと言われ、書いたことは残り、もう一度送れる")
    void aFileThatBreaksOffIsTold() {
        var phone = visitor(PHONE).signIn(Life.account(office(), "補正の人", "hojo-setsudan@correction.example"));
        phone.goTo(Life.begin(phone, "disaster-certificate") + "/disaster");
        phone.field("disaster-certificate.copies").fill("2");
        phone.page().route("**/draft/**", route -> {
            if ("xhr".equals(route.request().resourceType())) {
                route.abort();
            } else {
                route.resume();
            }
        });
        var file = phone.page().locator("input[type=file][name='disaster-certificate.photos']");
        file.setInputFiles(picture("broken"));
        phone.page().locator(".y-files li[role=status]", new Page.LocatorOptions().setHasText("途中で切れました")).waitFor();
        assertThat(phone.page().locator(".y-files li[role=status]").innerText()).contains("broken.png");
        assertThat(phone.field("disaster-certificate.copies").inputValue()).isEqualTo("2");
        phone.page().unroute("**/draft/**");
        file.setInputFiles(picture("broken"));
        phone.page().waitForCondition(() -> phone.page().locator("button[name=y_detach]").count() == 1);
    }

    private static Questions person(String name, String mail) {
        return new Questions().know("applicant.name", name).know("applicant.kana", "ほせい　ひとり").know("applicant.phone", "0155-62-0000")
                .know("applicant.mail", mail).know("applicant.address.postal", "0820012").know("applicant.address.lot", "８番地");
    }

    private static Path picture(String name) {
        var file = Path.of("target", name + ".png").toAbsolutePath();
        var picture = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(1, 1, name.hashCode());
        try {
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return file;
    }
}

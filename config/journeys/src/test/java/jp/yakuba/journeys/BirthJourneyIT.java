package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import jp.yakuba.cards.CardBox;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("赤ちゃんが生まれた、家から一歩も出ずに")
class BirthJourneyIT extends Journey {
    private static final String CARD = "family-1";
    private static final String CHILD = "見本　ひなた";
    private static final Map<String, String> GUIDE =
            Map.of("notified", "no", "allowance", "yes", "insurance", "nhi", "mother", "no", "grant", "yes");

    @Test
    @DisplayName("出生届と四つの手続が、一度の送信で届き、台帳に載り、額改定まで終わる")
    void aBirthIsReportedFromHome() throws IOException {
        var parent = visitorWithCard(PHONE, CARD);
        send(parent);
        var bundle = parent.page().url().replaceAll(".*/", "");

        enterInLedger(Clerk.of(staff(post("residents-clerk-1"))));
        decide("児童手当の額改定");
        decide("子ども医療費");

        Until.holds("all five are done", () -> {
            parent.goTo("/my/" + bundle);
            return parent.page().locator("main ol.y-tasks .y-st--done").count() == 5;
        });
        assertThat(household()).as("the child lives with the parent").isEqualTo(1);
    }

    private void send(Visitor parent) throws IOException {
        parent.goTo("/guide/birth");
        for (var step = 0; step < GUIDE.size(); step++) {
            var question = parent.page().locator("input[name=y_asked]").getAttribute("value");
            parent.page().check("input[name='" + question + "'][value='" + GUIDE.get(question) + "']");
            parent.page().waitForNavigation(parent::pressMain);
        }
        assertThat(parent.words()).contains("出生届", "児童手当の額改定", "来庁は不要");
        parent.pressMain();
        parent.page().locator("#card").click();
        parent.page().waitForURL(address -> address.contains("/register-card") || address.contains("/start"));
        if (parent.page().url().contains("/register-card")) {
            parent.field("displayName").fill("親");
            parent.field("mail").fill("oya@family.example");
            parent.page().locator("#send").click();
        }
        parent.page().waitForURL("**/start**");
        parent.pressMain();
        parent.page().waitForURL("**/draft/**");
        parent.pressMain();
        facts().fillDraft(parent.page());
        sign(parent);
        parent.page().locator("button[name=y_send]").click();
        parent.page().waitForURL("**/my/done/**");
        assertThat(parent.page().locator("main dl.y-facts .y-code").allInnerTexts()).hasSize(5).doesNotHaveDuplicates();
    }

    private static Questions facts() throws IOException {
        var born = LocalDate.now(ZoneId.of("Asia/Tokyo")).minusDays(4);
        return new Questions().know("child.name", CHILD).know("child.kana", "みほん　ひなた")
                .know("child.birthDate", born.toString()).know("child.sex", "女").know("child.nationality", "日本")
                .know("applicant.phone", "090-1234-5678")
                .know("birth-notification.place", "河西郡芽室町東四条3丁目5番地 公立芽室病院")
                .know("birth-notification.order", "長女").know("birth-notification.honseki", "北海道河西郡芽室町東二条三丁目")
                .know("birth-notification.certificate", picture().toString())
                .know("child-allowance-change.order", "2").know("child-allowance-change.livesWith", "yes")
                .know("child-allowance-change.older", "0").know("infant-medical.insurance", "nhi")
                .know("infant-medical.earner", "見本　親").know("newborn-visit.weight", "3010");
    }

    private static Path picture() throws IOException {
        var picture = Path.of("target", "birth-certificate.png").toAbsolutePath();
        Files.createDirectories(picture.getParent());
        ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
        return picture;
    }

    private static void sign(Visitor parent) {
        parent.page().locator("button[name=y_sign]").click();
        parent.page().locator("#reader").click();
        parent.page().selectOption("#card", CARD);
        parent.page().fill("#pin", CardBox.PASSWORD);
        parent.page().locator("button[type=submit]").click();
        parent.page().waitForURL("**/check?signature=**");
    }

    private static void enterInLedger(Clerk registrar) {
        Until.holds("the ledger has entered the birth", () -> {
            registrar.atInbox().countFromHere().openFirst("出生届");
            return registrar.words("birth").contains(CHILD);
        });
        assertThat(registrar.words("files")).contains("birth-certificate.png");
        registrar.press("completeBirth");
        assertThat(registrar.words("birth")).contains("本登録済み");
        assertThat(registrar.clicks()).as("clicks of the registrar").isLessThanOrEqualTo(2);
    }

    private void decide(String procedure) {
        Clerk.of(staff(post("child-clerk-1"))).atInbox().openFirst(procedure)
                .type("grantWords", procedure + "を認める。").press("proposeGrant");
        for (var stop : List.of("child-lead-1", "child-chief")) {
            Clerk.of(staff(post(stop))).atApprovals().openProposal(procedure).press("approve");
        }
    }

    private long household() {
        return Staff.count(office().running().database().owner(), """
                select count(*) from yakuba.res_person child
                join yakuba.res_membership c on c.person_id = child.id and c.valid_until is null
                join yakuba.res_membership p on p.household_id = c.household_id and p.relationship = '世帯主'
                    and p.valid_until is null
                where child.name = ?
                """, CHILD);
    }
}

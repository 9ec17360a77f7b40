package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("窓口で、アカウントのない人の引っ越し")
class CounterJourneyIT extends Journey {
    private static final String NAME = "見本　一郎";
    private static final int HEIGHT = 844;
    private static final String PROTECTED = "select count(*) from yakuba.res_protected_person l join yakuba.res_person p on p.id = l.person_id where p.name = ?";

    @Test
    @DisplayName("同じ様式から職員が聞き取り、その場で本登録まで終わり、紙に刷れる")
    void somebodyWithoutAnAccountIsServedAtTheCounter() {
        var clerk = Clerk.of(staff(post("residents-clerk-1")));
        clerk.atCounter("move-in", "water-start");
        clerk.page().fill("[name=identityShown]", "運転免許証");
        var facts = facts();
        facts.fillSheet(clerk.page());
        assertThat(facts.typed()).as("whoever stands here needs no time for a visit and no mail address")
                .noneMatch(name -> name.equals("visit.appointment") || name.equals("applicant.mail"));
        assertThat(clerk.page().locator("[name='visit.appointment']").count()).isZero();

        clerk.page().waitForNavigation(() -> clerk.page().locator("button[name=y_send]").click());
        assertThat(clerk.page().locator("main .y-notice a.y-code").count()).as(clerk.page().locator("main").innerText()).isEqualTo(2);
        var report = clerk.page().locator("main .y-notice a.y-code").first().getAttribute("href");

        finish(clerk, report);
        assertThat(Staff.count(office().running().database().owner(), "select count(*) from yakuba.res_person where name = ?", NAME))
                .as("in the ledger once").isEqualTo(1);
        var paper = Papers.read(clerk.visitor(), office().office(report.replace("/application?", "/application.pdf?")));
        assertThat(paper).contains("転入届", Papers.plain(NAME), "ミホンイチロウ", "東二条3丁目20番地", "090-9876-5432");
    }

    @Test
    @DisplayName("いま町にいる家族の世帯に入る人は、職員が世帯をさがして選ぶと、その世帯に本登録される")
    void aMotherJoinsTheHouseholdOfHerSon() {
        var son = office().ask("""
                select p.name from yakuba.res_person p join yakuba.res_membership m on m.person_id = p.id and m.valid_until is null
                where m.relationship = '世帯主' and p.id not in (select person_id from yakuba.res_shielded) order by p.number limit 1""");
        var clerk = Clerk.of(staff(post("residents-clerk-1")));
        clerk.atCounter("move-in");
        clerk.page().fill("[name=identityShown]", "運転免許証");
        whoJoins(son).fillSheet(clerk.page());
        clerk.page().waitForNavigation(() -> clerk.page().locator("button[name=y_send]").click());
        var report = clerk.page().locator("main .y-notice a.y-code").first().getAttribute("href");
        Until.holds("the ledger has entered the move", () -> {
            clerk.page().navigate(office().office(report));
            return clerk.page().locator("#move").count() == 1;
        });

        clerk.press("completeVisit");
        assertThat(clerk.page().locator("main").innerText()).contains("入る世帯がまだ選ばれていません").doesNotContain("HOUSEHOLD_NOT");
        clerk.type("joinsReason", "転入届の世帯の確認").press("findHousehold");
        clerk.page().waitForNavigation(() -> clerk.page().locator("#joinsFound input[type=submit]").first().click());
        assertThat(clerk.words("joined")).matches("[0-9]+");
        clerk.press("completeVisit");
        assertThat(clerk.words("move")).contains("本登録済み");
        assertThat(office().ask("""
                select count(*) from yakuba.res_person mother
                join yakuba.res_membership m on m.person_id = mother.id and m.relationship = '母' and m.valid_until is null
                join yakuba.res_membership s on s.household_id = m.household_id and s.relationship = '世帯主' and s.valid_until is null
                join yakuba.res_person son on son.id = s.person_id
                join yakuba.res_address a on a.person_id = mother.id join yakuba.res_address b on b.person_id = son.id
                    and b.valid_until is null and b.line = a.line
                where mother.name = ? and son.name = ?""", "見本　トキ", son)).as("in the household of her son, where he lives").isEqualTo("1");
    }

    @Test
    @DisplayName("来庁した家族に支援措置の申出を聞いて答え、本登録の時から守られる。守られている人と生年月日が同じだけの人は、申出がないと答えてから本登録する")
    void whoeverComesToTheCounterIsAskedForProtection() {
        var clerk = Clerk.of(staff(post("residents-clerk-1")));
        reported(clerk, newcomer("守田　ひかり", "もりた　ひかり", "３丁目２２番地"));
        var findings = new ArrayList<>(Inspection.of(clerk.page(), null, "move-protect"));
        picture(clerk, "move-protect");
        clerk.press("noProtection");
        assertThat(clerk.words("move")).contains("支援措置の申出がないことを、家族に確かめた");
        clerk.press("askProtection");
        assertThat(clerk.words("move")).contains("転入とともに支援措置の申出がある");
        findings.addAll(Inspection.of(clerk.page(), null, "move-protect-asked"));
        picture(clerk, "move-protect-asked");
        clerk.press("completeVisit");
        assertThat(clerk.words("move")).contains("本登録済み");
        assertThat(clerk.page().locator("#moveProtect").count()).as("no question after it is final").isZero();
        assertThat(office().ask(PROTECTED, "守田　ひかり")).as("from the moment she is in the ledger").isEqualTo("1");

        reported(clerk, newcomer("別田　あかり", "べつだ　あかり", "３丁目２３番地"));
        clerk.press("completeVisit");
        assertThat(clerk.page().locator("main").innerText()).contains("「支援措置の申出」の欄で答えてください").doesNotContain("守田");
        assertThat(clerk.page().locator("#move h3").innerText()).as("the field that is named").isEqualTo("支援措置の申出");
        picture(clerk, "move-protect-refused");
        clerk.press("noProtection").press("completeVisit");
        assertThat(clerk.words("move")).contains("本登録済み");
        assertThat(office().ask(PROTECTED, "別田　あかり")).isEqualTo("0");
        assertThat(findings).isEmpty();
    }

    private static void picture(Clerk clerk, String name) {
        for (var width : List.of(PHONE, DESK)) {
            clerk.page().setViewportSize(width, HEIGHT);
            clerk.visitor().keepPicture(name + "-" + width);
        }
    }

    /** Reports a move and opens it once the ledger has entered it. */
    private void reported(Clerk clerk, Questions who) {
        clerk.atCounter("move-in");
        clerk.page().fill("[name=identityShown]", "運転免許証");
        who.fillSheet(clerk.page());
        clerk.page().waitForNavigation(() -> clerk.page().locator("button[name=y_send]").click());
        var report = clerk.page().locator("main .y-notice a.y-code").first().getAttribute("href");
        Until.holds("the ledger has entered the move", () -> {
            clerk.page().navigate(office().office(report));
            return clerk.page().locator("#move").count() == 1;
        });
    }

    private static Questions newcomer(String name, String kana, String lot) {
        return new Questions().know("move.date", LocalDate.now(ZoneId.of("Asia/Tokyo")).minusDays(1).toString())
                .know("move.new.postal", "0820012").know("move.new.lot", lot)
                .know("move.from", "domestic").know("move.previous.postal", "0600003")
                .know("move.previous.lot", "５丁目１番地２").know("move.previousHead", name).know("move.joins", "no")
                .know("household.members.0.name", name).know("household.members.0.kana", kana)
                .know("household.members.0.birthDate", "1951-4-3").know("household.members.0.sex", "女")
                .know("household.members.0.relationship", "世帯主").know("household.members.0.nationality", "日本")
                .know("applicant.member", name.replaceAll("^.*　", "")).know("applicant.phone", "090-9876-5434");
    }

    private static Questions whoJoins(String head) {
        return new Questions().know("move.date", LocalDate.now(ZoneId.of("Asia/Tokyo")).minusDays(1).toString())
                .know("move.new.postal", "0820012").know("move.new.lot", "３丁目２１番地")
                .know("move.from", "domestic").know("move.previous.postal", "0600003")
                .know("move.previous.lot", "５丁目１番地２").know("move.previousHead", "見本　トキ")
                .know("move.joins", "yes").know("move.joinsHead", head)
                .know("household.members.0.name", "見本　トキ").know("household.members.0.kana", "みほん　とき")
                .know("household.members.0.birthDate", "1940-4-2").know("household.members.0.sex", "女")
                .know("household.members.0.relationship", "母").know("household.members.0.nationality", "日本")
                .know("applicant.member", "トキ").know("applicant.phone", "090-9876-5433");
    }

    @Test
    @DisplayName("サインインが切れても用紙は残り、同じ職員だけが続きから聞き取れる")
    void theSheetWaitsForItsClerk() {
        var owner = office().running().database().owner();
        var number = Staff.holding(owner, "residents-clerk-2");
        var clerk = staff(number);
        clerk.goToOffice("/office/counter?procedures=dog-change");
        clerk.field("identityShown").fill("旅券");
        clerk.field("applicant.name").fill("途中　三郎");
        Sessions.endOfStaff(clerk, office(), number);
        clerk.page().locator("button[name=y_look]:visible").last().click();
        clerk.page().waitForURL("**/sign-in**");

        var other = staff(Staff.holding(owner, "residents-clerk-1"));
        assertThat(other.page().url()).doesNotContain("/office/continue");
        other.goToOffice("/office/continue");
        assertThat(other.page().content()).doesNotContain("途中　三郎");

        clerk.signInAsStaff(number);
        assertThat(clerk.page().url()).contains("/office/continue");
        clerk.page().waitForNavigation(clerk::pressMain);
        assertThat(clerk.field("applicant.name").inputValue()).isEqualTo("途中　三郎");
        assertThat(clerk.field("identityShown").inputValue()).isEqualTo("旅券");
    }

    private void finish(Clerk clerk, String report) {
        Until.holds("the ledger has entered the move", () -> {
            clerk.page().navigate(office().office(report));
            return clerk.page().locator("#move").count() == 1;
        });
        clerk.press("completeVisit");
        assertThat(clerk.words("move")).contains("本登録済み");
        Until.holds("the water works have answered", () -> {
            clerk.page().reload();
            return clerk.words("siblings").contains("完了");
        });
    }

    private static Questions facts() {
        var moved = LocalDate.now(ZoneId.of("Asia/Tokyo")).minusDays(2).toString();
        return new Questions().know("move.date", moved)
                .know("move.new.postal", "0820012").know("move.new.lot", "３丁目２０番地")
                .know("move.from", "domestic").know("move.previous.postal", "0600003")
                .know("move.previous.lot", "５丁目１番地２").know("move.previousHead", NAME).know("move.joins", "no")
                .know("household.members.0.name", NAME).know("household.members.0.kana", "みほん　いちろう")
                .know("household.members.0.birthDate", "1950-4-2").know("household.members.0.sex", "男")
                .know("household.members.0.relationship", "世帯主").know("household.members.0.nationality", "日本")
                .know("applicant.member", "一郎").know("applicant.phone", "090-9876-5432")
                .know("water.startOn", moved).know("water-start.use", "home").know("water-start.payment", "slip")
                .know("water-start.sewer", "yes");
    }
}

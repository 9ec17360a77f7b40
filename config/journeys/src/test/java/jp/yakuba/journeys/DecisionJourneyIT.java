package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("決裁の経路、合議の異議、代決と後閲")
class DecisionJourneyIT extends Journey {
    private static final String PROCEDURE = "after-school";
    private static final String TITLE = "放課後";

    private final List<String> findings = new ArrayList<>();

    @Test
    @DisplayName("専決の表を変え、二つの課に同時に合議し、異議で本文を直し、不在の決裁者の代わりに代決し、本人が後閲する")
    void aDecisionWithAnObjectionAndAProxy() throws Exception {
        theTableAsksTwoSections(staff(post("general-lead-2")));
        var clerk = staff(post("child-clerk-1"));
        var application = propose(clerk);

        agree("child-lead-1");
        agreeWithMany(staff(post("child-chief")));
        object(staff(post("general-chief")));
        agree("planning-chief");
        settle(clerk);
        for (var stop : List.of("child-lead-1", "child-chief", "general-chief", "planning-chief")) {
            agree(stop);
        }

        var deputy = staff(post("office-deputy"));
        goAway(deputy);
        decideInstead(staff(post("general-chief")));
        clerk.goToOffice("/office/application?id=" + application);
        assertThat(clerk.page().locator("#route")).containsText("代決");
        comeBackAndReview(deputy);
        theHistoryHolds(deputy);
        assertThat(findings).isEmpty();
    }

    /** From today on the matter goes through the whole line, to two sections at once, and is decided by the deputy. */
    private void theTableAsksTwoSections(Visitor personnel) throws Exception {
        var page = personnel.page();
        look(personnel, "/office/delegations");
        page.locator("main tr", new Page.LocatorOptions().setHasText("nursery")).locator("a").click();
        page.waitForURL("**/office/delegation?**");
        look(personnel, page.url().replaceAll("^https?://[^/]*", ""));
        page.fill("#consentRank", "");
        page.fill("#lineFromRank", "60");
        page.fill("#deciderRank", "20");
        page.fill("#consults", "general planing");
        page.check("#editable");
        page.fill("#from", LocalDate.now(ZoneId.of("Asia/Tokyo")).toString());
        page.locator("#change").click();
        assertThat(page.locator(".y-errors")).containsText("planing");
        page.fill("#consults", "general planning");
        page.waitForNavigation(() -> page.locator("#change").click());
        var line = page.locator("main tr", new Page.LocatorOptions().setHasText("nursery"));
        assertThat(line).containsText("総務課・政策推進課");
        assertThat(line).containsText("副町長");

        var file = page.waitForDownload(() -> page.locator("a[href^='/office/delegations.csv']").click()).path();
        var broken = Brought.file("delegations.csv");
        Files.writeString(broken, Files.readString(file, StandardCharsets.UTF_8).replace("nursery,保育所の利用の決定,,,60,20", "nursery,保育所の利用の決定,,,60,課長"));
        page.setInputFiles("#file", broken);
        page.locator("#check").click();
        assertThat(page.locator("main .y-notice")).containsText("課長");
        page.setInputFiles("#file", file);
        page.locator("#check").click();
        assertThat(page.locator("main .y-notice")).containsText("変わる行0");
        personnel.keepPicture("delegations");
    }

    private String propose(Visitor clerk) {
        var page = clerk.page();
        clerk.goToOffice("/office/counter?procedures=" + PROCEDURE);
        page.locator("#identityShown").fill("運転免許証");
        new Questions().know("applicant.name", "学童　親").know("applicant.kana", "がくどう　おや")
                .know("child.name", "学童　子").know("child.kana", "がくどう　こ")
                .know("child.birthDate", "2018-5-5").know("child.sex", "男")
                .know("applicant.address.postal", "0820012").know("applicant.address.lot", "１番地")
                .know("applicant.phone", "0155-62-0001").know(PROCEDURE + ".school", "芽室小学校")
                .know(PROCEDURE + ".grade", "2").know(PROCEDURE + ".days", Questions.FIRST)
                .fillSheet(page);
        page.locator("button[name=y_send]").click();
        var id = page.locator("a[href*='/office/application?id=']").first().getAttribute("href").replaceAll(".*id=", "");
        clerk.goToOffice("/office/application?id=" + id);
        if (page.locator("#accept").count() == 1) {
            page.locator("#accept").click();
        }
        page.fill("#grantWords", "入会を承認してよいか。");
        page.waitForNavigation(() -> page.locator("#proposeGrant").click());
        assertThat(page.locator("#route")).containsText("副町長");
        return id;
    }

    private void agree(String stop) {
        var officer = staff(post(stop));
        Clerk.of(officer).atApprovals().openProposal(TITLE).press("approve");
        assertThat(officer.page().locator("main [role=status]")).containsText("承認しました");
        officer.leave();
    }

    /** What was not opened cannot be ticked; what was can be approved with others. */
    private void agreeWithMany(Visitor chief) {
        var page = chief.page();
        look(chief, "/office/approvals");
        assertThat(page.locator("main")).containsText("未開封");
        assertThat(page.locator("input[name=chosen]")).hasCount(0);
        Clerk.of(chief).openProposal(TITLE);
        look(chief, page.url().replaceAll("^https?://[^/]*", ""));
        chief.goToOffice("/office/approvals");
        page.locator("input[name=chosen]").first().check();
        page.locator("#approveChosen").click();
        assertThat(page.locator("main")).containsText("1件を承認しました");
        chief.leave();
    }

    private void object(Visitor chief) {
        var page = chief.page();
        Clerk.of(chief).atApprovals().openProposal(TITLE);
        page.locator("#object").click();
        assertThat(page.locator(".y-errors")).containsText("理由を書いてください");
        page.fill("#comment", "利用料の根拠を書いてください。");
        page.waitForNavigation(() -> page.locator("#object").click());
        chief.leave();
    }

    private void settle(Visitor clerk) {
        var page = clerk.page();
        clerk.goToOffice("/office/approvals?kind=SETTLE");
        Clerk.of(clerk).openProposal(TITLE);
        assertThat(page.locator("main")).containsText("利用料の根拠を書いてください。");
        look(clerk, page.url().replaceAll("^https?://[^/]*", ""));
        clerk.keepPicture("objection");
        page.fill("#answer", "条例の条を加えました。");
        page.fill("#text", "入会を承認してよいか。利用料は条例第5条による。");
        page.waitForNavigation(() -> page.locator("#settle").click());
        assertThat(page.locator("main")).containsText("第2版");
    }

    private void goAway(Visitor deputy) {
        var page = deputy.page();
        look(deputy, "/office/absences");
        page.selectOption("#kind", "TRAVEL");
        page.fill("#until", LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(2).toString());
        page.waitForNavigation(() -> page.locator("#enter").click());
        assertThat(page.locator("#mine")).containsText("出張");
    }

    private void decideInstead(Visitor chief) {
        var page = chief.page();
        chief.goToOffice("/office/approvals?kind=PROXY");
        Clerk.of(chief).openProposal(TITLE);
        assertThat(page.locator("main")).containsText("不在で");
        look(chief, page.url().replaceAll("^https?://[^/]*", ""));
        chief.keepPicture("proxy");
        page.waitForNavigation(() -> page.locator("#approveAsProxy").click());
        assertThat(page.locator("main [role=status]")).containsText("代決しました");
        chief.leave();
    }

    private void comeBackAndReview(Visitor deputy) {
        var page = deputy.page();
        deputy.goToOffice("/office/absences");
        page.waitForNavigation(() -> page.locator("#mine input[type=submit]").first().click());
        assertThat(page.locator(".o-rail .y-count")).isVisible();
        deputy.goToOffice("/office/approvals?kind=REVIEW");
        Clerk.of(deputy).openProposal(TITLE);
        page.fill("#comment", "確認した。");
        page.waitForNavigation(() -> page.locator("#review").click());
        assertThat(page.locator("main [role=status]")).containsText("確認済み");
    }

    /** What somebody with the keys to the database changes is named on the page. */
    private void theHistoryHolds(Visitor deputy) throws Exception {
        var page = deputy.page();
        var proposal = office().ask("select id::text from yakuba.apv_proposal where title like '%" + TITLE + "%' order by proposed_at desc limit 1");
        look(deputy, "/office/proposal?id=" + proposal);
        page.locator("#verify").click();
        assertThat(page.locator("main [role=status]")).containsText("すべて書かれたときのまま");
        deputy.keepPicture("decided");
        tamper("words = '問題なし'", proposal);
        page.locator("#verify").click();
        assertThat(page.locator("main [role=status]")).containsText("4行目が合いません");
        tamper("words = '利用料の根拠を書いてください。'", proposal);
    }

    private void tamper(String change, String proposal) throws Exception {
        try (var connection = office().running().database().owner().getConnection(); var statement = connection.createStatement()) {
            statement.execute("alter table yakuba.apv_event disable trigger user");
            statement.execute("update yakuba.apv_event set " + change + " where number = 4 and proposal_id = '" + proposal + "'");
            statement.execute("alter table yakuba.apv_event enable trigger user");
        }
    }

    /** Goes there on a phone and at a desk, and keeps what an inspection finds. */
    private void look(Visitor visitor, String path) {
        for (int width : new int[] {PHONE, DESK}) {
            visitor.page().setViewportSize(width, 844);
            var answer = visitor.goToOffice(path);
            findings.addAll(Inspection.of(visitor.page(), answer, width + " " + path));
            visitor.keepPicture("decision-" + width + "-" + path.replaceAll("[^a-z]+", "-").replaceAll("-$", "") + "-" + findings.size());
        }
    }
}

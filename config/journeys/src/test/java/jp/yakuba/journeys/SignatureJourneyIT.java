package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("施行の電子署名を、役場の外の道具でも確かめる")
class SignatureJourneyIT extends Journey {
    private static final int HEIGHT = 844;

    private int pictures;
    private final List<String> findings = new ArrayList<>();

    @Test
    @DisplayName("メールで届いた文書の署名とタイムスタンプは pdfsig でも有効で、一バイト変えれば無効と出る。検証の画面も同じことを言う")
    void whatArrivesIsSigned() throws Exception {
        var mail = "signed@journey.example";
        var clerk = staff(post("agriculture-clerk-1"));
        var record = mailed(clerk, "水門の点検について（通知）", mail);
        Until.holds("the letter has proof for long keeping", () -> "KEPT".equals(stage(record)));
        var pdf = MailedPaper.to(office(), mail);
        assertThat(Pdfsig.says(pdf)).contains("芽室町長", "Signature Validation: Signature is Valid.", "ETSI.CAdES.detached",
                "Sample time stamp service", "Total document signed").doesNotContain("Digest Mismatch");
        int place = new String(pdf, StandardCharsets.ISO_8859_1).indexOf("/MediaBox [") + "/MediaBox [".length();
        pdf[place] = (byte) (pdf[place] == '1' ? '2' : '1');
        assertThat(Pdfsig.says(pdf)).contains("Digest Mismatch");

        look(clerk, "/office/signatures?record=" + record);
        assertThat(clerk.page().locator("main")).containsText("有効");
        assertThat(clerk.page().locator("main")).containsText("芽室町長");
        assertThat(clerk.page().locator("main")).containsText("長期保管の証拠付き");
        look(clerk, "/office/record?id=" + record);
        assertThat(clerk.page().locator("#signatures")).containsText("芽室町長");
        assertThat(clerk.page().locator("#history")).containsText("電子署名");
        theDecisionBehindItIsSignedToo(clerk, record);
        assertThat(findings).isEmpty();
    }

    @Test
    @DisplayName("時刻認証局が止まっても施行はでき、画面と稼働状況がそう言い、戻れば証拠が付く")
    void aStampServiceThatIsAwayStopsNobody() throws Exception {
        var clerk = staff(post("agriculture-clerk-1"));
        office().running().stamps().close();
        String record;
        try {
            record = mailed(clerk, "ため池の水位について（通知）", "unstamped@journey.example");
            Until.holds("the step waits", () -> "STAMPS_AWAY".equals(office().ask(
                    "select coalesce(problem, '') from yakuba.doc_signature where record_id = ?::uuid", record)));
            look(clerk, "/office/dispatch?draft=" + office().ask("select draft_id::text from yakuba.doc_dispatch where record_id = ?::uuid", record));
            assertThat(clerk.page().locator("#sent")).containsText("タイムスタンプ局が答えません");
            assertThat(clerk.page().locator("#sent")).containsText("メールはタイムスタンプを待っています");
            var operator = staff(holder("operator", null));
            operator.goToOffice("/office/health");
            assertThat(operator.page().locator("main table")).containsText("タイムスタンプ局が答えないか、断られました");
            operator.keepPicture("signing-health");
        } finally {
            office().running().stamps().start();
        }
        office().ask("update yakuba.doc_signature set next_at = now() where record_id = ?::uuid returning stage", record);
        Until.holds("the letter has proof for long keeping", () -> "KEPT".equals(stage(record)));
        Until.holds("the mail has arrived", () -> !office().running().mail().to("unstamped@journey.example").isEmpty());
        assertThat(findings).isEmpty();
    }

    private void theDecisionBehindItIsSignedToo(Visitor clerk, String letter) throws Exception {
        var decision = office().ask("select d.record_id::text from yakuba.doc_draft d join yakuba.doc_dispatch o on o.draft_id = d.id"
                + " where o.record_id = ?::uuid", letter);
        Until.holds("the sheet of the decision has proof for long keeping", () -> "KEPT".equals(office().ask(
                "select coalesce(max(stage), '') from yakuba.doc_signature where record_id = ?::uuid", decision)));
        look(clerk, "/office/record?id=" + decision);
        var address = clerk.page().locator("#signatures a[href^='/office/signed-file']").getAttribute("href");
        var sheet = clerk.context().request().get(office().office(address)).body();
        assertThat(Papers.text(sheet)).contains("水門の点検について");
        assertThat(Pdfsig.says(sheet)).contains("芽室町長", "Signature Validation: Signature is Valid.", "Total document signed");
        look(clerk, "/office/signatures?record=" + decision);
        assertThat(clerk.page().locator("main")).containsText("起案文書");
        assertThat(clerk.page().locator("main")).containsText("有効");
    }

    /** Sends a decided letter by mail; the id of its record. */
    private String mailed(Visitor clerk, String title, String mail) {
        var page = clerk.page();
        var draft = Drafter.of(clerk).begin(null, "notify");
        Drafter.of(clerk).write(draft, title, "次のとおり通知します。");
        Drafter.of(clerk).decide(draft, office(), this::staff);
        clerk.goToOffice("/office/dispatch?draft=" + draft);
        page.selectOption("#channel-0", "MAIL");
        page.fill("#name-0", "土地改良区");
        page.fill("#mail-0", mail);
        page.waitForNavigation(() -> page.locator("button[name=y_send]").click());
        assertThat(page.locator("main [role=status]")).containsText("芽農第");
        return office().ask("select record_id::text from yakuba.doc_dispatch where draft_id = ?::uuid", draft);
    }

    private String stage(String record) {
        return office().ask("select stage from yakuba.doc_signature where record_id = ?::uuid", record);
    }

    private void look(Visitor visitor, String path) {
        var answer = visitor.goToOffice(path);
        findings.addAll(Inspection.of(visitor.page(), answer, path));
        for (var width : List.of(PHONE, DESK)) {
            visitor.page().setViewportSize(width, HEIGHT);
            visitor.keepPicture("signing" + path.replaceAll("[^a-z]+", "-").replaceAll("-[a-f0-9-]*$", "") + "-" + pictures++ + "-" + width);
        }
    }
}

package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("届いた文書から起案し、決裁を経て施行するまで")
class DraftingJourneyIT extends Journey {
    private static final String RESIDENT = "jushin@drafting.example";
    private static final String LETTER = "農業用水の利用状況について（照会）";

    private static final String MAIL = "kairyoku@drafting.example";
    private static final int HEIGHT = 844;

    private int pictures;
    private final List<String> findings = new ArrayList<>();

    @Test
    @DisplayName("収受、起案、二つの版と違い、決裁、番号、郵便と受信箱への施行、公印使用簿と発番簿と発送一覧")
    void aLetterIsAnswered() throws Exception {
        var clerk = staff(post("agriculture-clerk-1"));
        var page = clerk.page();
        var letter = Letterbox.of(clerk).receive(LETTER, "北海道開発局");
        clerk.goToOffice("/office/record?id=" + letter);
        page.waitForNavigation(() -> page.locator("main a[href^='/office/draft-new?record=']").click());
        look(clerk, "/office/draft-new?record=" + letter);
        var draft = Drafter.of(clerk).begin(letter, "answer");
        look(clerk, "/office/draft-edit?id=" + draft);
        theSheetTakesFiles(page);
        theEditorKeepsHeadingsAndLists(page);
        Drafter.of(clerk).write(draft, "農業用水の利用状況について（回答）", "12月1日までに調べて回答します。\n\n# 記\n\n・利用戸数　120戸");
        Drafter.of(clerk).write(draft, "農業用水の利用状況について（回答）", "12月25日までに調べて回答します。\n\n# 記\n\n・利用戸数　120戸");
        look(clerk, "/office/drafts");
        look(clerk, "/office/draft?id=" + draft + "&from=3&to=4");
        assertThat(page.locator("#difference del")).containsText("1");
        assertThat(page.locator("#difference ins")).containsText("25");
        assertThat(page.locator("#origins")).containsText(LETTER);
        clerk.keepPicture("draft-difference");

        Drafter.of(clerk).decide(draft, office(), this::staff);
        look(clerk, "/office/draft?id=" + draft);
        assertThat(page.locator("main .o-meta")).containsText("芽農起第");
        assertThat(page.locator("#history")).containsText("決裁");

        send(clerk, draft);
        registers(clerk);
        theResidentOpensIt();
        assertThat(findings).isEmpty();
    }

    /** An empty file and a line that breaks are told in words; who writes on while a file is on its way loses nothing. */
    private void theSheetTakesFiles(Page page) {
        page.setInputFiles("#file", new FilePayload("から.txt", "text/plain", new byte[0]));
        assertThat(page.locator("#file-err")).containsText("から.txt");

        page.route("**/office/draft-edit*", Route::abort);
        page.setInputFiles("#file", new FilePayload("とだえた.txt", "text/plain", "図".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator(".y-files")).containsText("とだえた.txt — 途中で切れました");
        page.unroute("**/office/draft-edit*");

        var held = new ArrayList<Route>();
        page.route("**/office/draft-edit*", held::add);
        page.setInputFiles("#file", new FilePayload("図.txt", "text/plain", "図".getBytes(StandardCharsets.UTF_8)));
        page.locator(".o-editor").click();
        page.keyboard().press("Control+End");
        page.keyboard().type("そのあいだに");
        held.forEach(Route::resume);
        assertThat(page.locator(".y-files")).containsText("図.txt（");
        page.unroute("**/office/draft-edit*");
        page.keyboard().type("書いた");
        assertThat(page.locator(".o-editor")).containsText("そのあいだに書いた");
        assertThat(page.locator("textarea[name=text]")).hasValue(Pattern.compile("そのあいだに書いた"));
    }

    /** What somebody writes with the buttons is there afterwards, and is text of the office. */
    private void theEditorKeepsHeadingsAndLists(Page page) {
        var text = page.locator(".o-editor");
        assertThat(text).isVisible();
        text.click();
        page.keyboard().press("Control+A");
        page.keyboard().type("記");
        page.locator(".o-editor__bar button").nth(1).click();
        page.locator("#ask").fill("次のとおり回答してよいか伺います。");
        page.selectOption("#matter", "correspondence");
        page.selectOption("#seal", "SEAL");
        page.waitForNavigation(() -> page.locator("button[name=y_send]").click());
        assertThat(page.locator("#words .o-prose h2")).hasText("記");
    }

    private void send(Visitor clerk, String draft) {
        var page = clerk.page();
        var number = residentWithAnInbox();
        look(clerk, "/office/dispatch?draft=" + draft);
        withoutOtherOffices(() -> {
            page.selectOption("#channel-0", "EXCHANGE");
            page.locator("button[name=y_send]").click();
            assertThat(page.locator(".y-errors")).containsText("相手の役所を選んでください");
            assertThat(page.locator("main")).containsText("（LGWAN）にはつながっていません");
        });
        page.selectOption("#channel-0", "POST");
        page.fill("#name-0", "北海道開発局");
        page.locator("button[name=y_send]").click();
        assertThat(page.locator("#address-0-err")).isVisible();
        page.fill("#postalCode-0", "080-8585");
        page.fill("#address-0", "北海道帯広市西4条南8丁目");
        page.locator("button[name=y_add]").click();
        page.selectOption("#channel-1", "INBOX");
        page.fill("#personNumber-1", number);
        page.locator("button[name=y_add]").click();
        page.selectOption("#channel-2", "MAIL");
        page.fill("#name-2", "土地改良区");
        page.fill("#mail-2", MAIL);
        page.waitForNavigation(() -> page.locator("button[name=y_send]").click());
        assertThat(page.locator("main [role=status]")).containsText("芽農第");
        assertThat(page.locator("#sent")).containsText("北海道開発局");
        var label = page.waitForDownload(() -> page.locator("#sent a[href*='label=on']").first().click());
        assertThat(read(label)).contains("帯広市", "北海道開発局");
        clerk.keepPicture("dispatched");
        theMailLeaves();
    }

    /** While the deed runs no other office is served, whichever another journey wrote down. */
    private void withoutOtherOffices(Runnable deed) {
        var served = office().ask("with s as (update yakuba.exc_peer set state = 'SUSPENDED' where state = 'ACTIVE' returning code)"
                + " select coalesce(string_agg(code, ','), '') from s");
        try {
            deed.run();
        } finally {
            office().ask("with s as (update yakuba.exc_peer set state = 'ACTIVE' where code = any(string_to_array(?, ',')) returning code) select count(*) from s", served);
        }
    }

    /** Number of a resident who has an account of this journey alone. */
    private String residentWithAnInbox() {
        Life.account(office(), "受信の人", RESIDENT);
        return office().ask("""
                with linked as (insert into yakuba.acc_link (id, account_id, person_id, how, linked_at)
                    select gen_random_uuid(), a.id, p.id, 'COUNTER', now() from yakuba.acc_account a cross join lateral (
                        select p.id from yakuba.res_person p where not exists (select 1 from yakuba.acc_link l where l.person_id = p.id)
                        order by p.number desc limit 1) p
                    where a.mail = ? returning person_id)
                select p.number from yakuba.res_person p join linked on linked.person_id = p.id
                """, RESIDENT);
    }

    /** The relay takes the mail with its PDF; what was enclosed is forgotten then. */
    private void theMailLeaves() {
        Until.holds("the mail has left, and its PDF is forgotten", () -> "SENT 0".equals(mail()));
    }

    private String mail() {
        return office().ask("""
                select coalesce((select d.state || ' ' || (select count(*) from yakuba.ntf_enclosure e where e.notice_id = d.notice_id)
                from yakuba.ntf_delivery d where d.address = ?), 'not ordered yet')
                """, MAIL);
    }

    private static String read(Download pdf) {
        try {
            return Papers.text(Files.readAllBytes(pdf.path()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void registers(Visitor clerk) {
        var page = clerk.page();
        look(clerk, "/office/dispatches?view=seals");
        assertThat(page.locator("main table")).containsText("農業用水の利用状況について（回答）");
        look(clerk, "/office/dispatches?view=posting&section=agriculture");
        assertThat(page.locator("main table")).containsText("帯広市");
        look(clerk, "/office/dispatches?view=numbers&section=agriculture");
        page.fill("#purpose", "書き損じ");
        page.waitForNavigation(() -> page.locator("button[name=y_take]").click());
        page.locator("button[name=y_missing]").click();
        assertThat(page.locator("#reason-err")).isVisible();
        page.fill("#reason", "書き損じのため");
        page.waitForNavigation(() -> page.locator("button[name=y_missing]").click());
        assertThat(page.locator("main table")).containsText("欠番");
        assertThat(page.locator("main table")).containsText("書き損じのため");
        clerk.keepPicture("numbers");
    }

    private void theResidentOpensIt() {
        var resident = visitor(PHONE).signIn(RESIDENT);
        resident.goTo("/my/notices");
        resident.page().locator("main a[href^='/my/notices/']", new Page.LocatorOptions().setHasText("役場から文書が届いています")).first().click();
        var letter = resident.page().waitForDownload(() -> resident.page().locator("main a[href*='/my/letter-file']").first().click());
        assertThat(read(letter)).contains("12月25日", "芽農第");
    }

    private void look(Visitor visitor, String path) {
        var answer = visitor.goToOffice(path);
        findings.addAll(Inspection.of(visitor.page(), answer, path));
        for (var width : List.of(PHONE, DESK)) {
            visitor.page().setViewportSize(width, HEIGHT);
            visitor.keepPicture("drafting" + path.replaceAll("[^a-z]+", "-").replaceAll("-[a-f0-9-]*$", "") + "-" + pictures++ + "-" + width);
        }
    }
}

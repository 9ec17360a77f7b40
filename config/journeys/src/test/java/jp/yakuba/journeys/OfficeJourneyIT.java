package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("職員の一日")
class OfficeJourneyIT extends Journey {
    private static final String ROADS = "construction";
    private static final String REPORT = "road-damage";

    @Test
    @DisplayName("受信箱は期限でまとまり、並べかえがURLに残り、まとめて割り当てられ、メモが見え、キーで動く")
    void theInboxIsSortedSharedAndWorkedByKeys() {
        var clerk = staff(holder("examiner", "fire"));
        var first = Course.book(clerk);
        Course.book(clerk);
        var page = clerk.page();

        clerk.goToOffice("/office/application?id=" + first);
        page.locator("textarea[id$=note], textarea[name*=note], textarea[id*=note]").first().fill("電話で確かめた");
        page.getByRole(AriaRole.BUTTON, named("メモを残す")).click();

        clerk.goToOffice("/office/inbox?procedure=" + Course.CODE);
        assertThat(page.locator(".ui-rowgroup-header")).not().hasCount(0);
        assertThat(page.locator("main")).containsText("電話で確かめた");
        page.locator("th", new Page.LocatorOptions().setHasText("申請者")).click();
        page.waitForURL(Pattern.compile("sort=applicantName"));
        assertThat(page.locator(".ui-rowgroup-header")).hasCount(0);
        page.reload();
        assertThat(page.locator("th[aria-sort=ascending]")).containsText("申請者");

        for (var box : page.locator("input[name=chosen]").all()) {
            box.check();
        }
        page.locator("#receiver").selectOption(page.locator("#receiver option").nth(1).getAttribute("value"));
        page.locator("#assign").click();
        assertThat(page.locator("main [role=status]")).containsText("割り当てました");

        clerk.goToOffice("/office/inbox?procedure=" + Course.CODE);
        page.keyboard().press("j");
        assertThat(page.locator("[data-y-row]").first()).isFocused();
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile("/office/application"));
        page.keyboard().press("?");
        assertThat(page.locator("dialog#keys")).isVisible();
    }

    @Test
    @DisplayName("キー操作は切れる")
    void keysCanBeTurnedOff() {
        var clerk = staff(holder("examiner", ROADS));
        clerk.goToOffice("/office/keys");
        clerk.page().waitForNavigation(() -> clerk.page().getByText("キー操作を切る").click());
        clerk.page().keyboard().press("/");
        assertThat(clerk.page().locator("#find")).not().isFocused();
        clerk.page().waitForNavigation(() -> clerk.page().getByText("キー操作を使う").click());
        clerk.page().keyboard().press("/");
        assertThat(clerk.page().locator("#find")).isFocused();
    }

    @Test
    @DisplayName("統計は見出しで言い、図と表とファイルで同じ数を示す")
    void statisticsSayTheSameThreeTimes() throws Exception {
        var clerk = staff(holder("examiner", ROADS));
        enterAtCounter(clerk, REPORT);
        clerk.goToOffice("/office/statistics");
        var page = clerk.page();
        assertThat(page.locator("figcaption")).containsText("届いた");
        assertThat(page.locator("canvas")).isVisible();
        page.locator("details summary").first().click();
        var row = page.locator("tbody tr", new Page.LocatorOptions().setHas(page.locator("a[href*='road-damage']")));
        var arrived = row.locator("td.y-num").first().innerText();

        var file = page.waitForDownload(() -> page.locator("a[href^='/office/statistics.csv']").click());
        var lines = Files.readString(file.path(), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).startsWith("\uFEFF記号,手続き");
        assertThat(lines).anySatisfy(line -> assertThat(line.split(",")).contains(REPORT, arrived));
    }

    @Test
    @DisplayName("作者は様式の問いを直し、三つの言葉で確かめ、試し、公開する。届いている申請は前の版のまま")
    void anAuthorWritesTriesAndPublishes() {
        var clerk = staff(holder("examiner", ROADS));
        var running = enterAtCounter(clerk, REPORT);
        var author = staff(holder("author", "general"));
        var page = author.page();
        author.goToOffice("/office/form?procedure=road-damage");
        page.locator("a[href*='form-question'][href*='at=']").first().click();
        var before = page.locator("#label-ja").inputValue();
        page.locator("#label-ja").fill("新しい問い");
        page.locator("#label-en").fill("");
        page.locator("#keep").click();
        assertThat(page.locator("main")).containsText("新しい問い");

        page.getByText("公開の準備").click();
        assertThat(page.locator("main")).containsText("英語を書いてください");
        assertThat(page.locator("#publish")).hasCount(0);
        page.locator("a[href*='form-question']").first().click();
        page.locator("#label-en").fill("A new question");
        page.locator("#keep").click();

        page.getByText("確かめる・試す").click();
        page.getByText("English").click();
        assertThat(page.locator("main")).containsText("A new question");
        page.locator("button[name=y_check]").last().click();
        assertThat(page.locator(".y-errors")).isVisible();

        author.goToOffice("/office/form-publish?procedure=road-damage");
        page.locator("#publish").click();
        assertThat(page.locator(".o-seg [aria-current=page]")).containsText("公開中");

        clerk.goToOffice("/office/application?id=" + running);
        assertThat(clerk.page().locator("#answers")).containsText(before);
        clerk.goToOffice("/office/counter?procedures=road-damage");
        assertThat(clerk.page().locator("main")).containsText("新しい問い");
    }

    @Test
    @DisplayName("二人の作者が同時に直すと後の人は断られ、きずのある直しは場所を言われる")
    void twoAuthorsAtOnceAndABrokenQuestion() {
        var first = staff(holder("author", "general"));
        var second = staff(holder("author", "general"));
        for (var author : List.of(first, second)) {
            author.goToOffice("/office/form?procedure=open-fire");
            author.page().locator("a[href*='form-question'][href*='at=0.0']").first().click();
        }
        var id = first.page().locator("#id").inputValue();
        first.page().locator("#id").fill("1 broken");
        first.page().locator("#keep").click();
        assertThat(first.page().locator("#id-err, .y-field--err")).not().hasCount(0);
        first.page().locator("#id").fill(id);
        first.page().locator("#hint-ja").fill("先の人");
        first.page().locator("#keep").click();
        first.page().waitForURL(Pattern.compile("/office/form\\?"));

        second.page().locator("#hint-ja").fill("後の人");
        second.page().locator("#keep").click();
        assertThat(second.page().locator(".y-errors")).isVisible();
        first.goToOffice("/office/form-publish?procedure=open-fire");
        first.page().locator("#discard").click();
    }

    @Test
    @DisplayName("支援措置の人の住所は、もう一人が解除したあとだけ、求めた人に見える")
    void aShieldedAddressIsOpenedByTwo() {
        var officer = staff(holder("protection-officer", "residents"));
        var page = officer.page();
        find(officer, "山");
        page.locator(".o-list tbody a[href*='/office/resident']").first().click();
        var person = page.url();
        look(officer);
        var address = page.locator(".y-facts dd").last().innerText();
        page.locator("a[href^='/office/protect?id=']").click();
        page.getByLabel("支援措置（相談機関の意見あり）").check();
        page.locator("#enter").click();
        page.waitForURL(Pattern.compile("/office/protection"));

        var registrar = staff(holder("registrar", "residents"));
        page = registrar.page();
        page.navigate(person);
        look(registrar);
        assertThat(page.locator("a[href^='/office/protect?id=']")).hasCount(0);
        assertThat(page.locator("main")).not().containsText(address);
        page.locator("#release").click();
        assertThat(page.locator("main [role=status]")).containsText("求めを送りました");

        officer.goToOffice("/office/protection");
        officer.page().locator("button[name=y_grant]").first().click();
        page.navigate(person);
        look(registrar);
        assertThat(page.locator("main")).containsText(address);
    }

    @Test
    @DisplayName("監査人は連鎖を検証し、書き換えられた最初の行の番号を知る")
    void theAuditorFindsTheTamperedRow() throws Exception {
        var auditor = staff(holder("auditor", "audit"));
        auditor.goToOffice("/office/audit");
        auditor.page().locator("#verify").click();
        assertThat(auditor.page().locator("main")).containsText("連鎖は切れていません");

        var target = sql("select s.entry_id::text from yakuba.aud_seal s order by s.sequence limit 1");
        var was = sql("select origin from yakuba.aud_entry where id = '" + target + "'");
        run("update yakuba.aud_entry set origin = 'somewhere else' where id = '" + target + "'");
        try {
            auditor.page().locator("#verify").click();
            assertThat(auditor.page().locator("main")).containsText(target);
            assertThat(auditor.page().locator("main")).containsText("記録が書き換えられています");
        } finally {
            run("update yakuba.aud_entry set origin = '" + was + "' where id = '" + target + "'");
        }
    }

    @Test
    @DisplayName("運用者は処理できなかった電文を理由とともに見て、理由を書いて、読み、あきらめる")
    void theOperatorReadsAndGivesUpAMessage() throws Exception {
        run("insert into yakuba.msg_set_aside (id, message_id, source, type, body, reason, arrived_at, last_at) values "
                + "('0a1b2c3d-0000-4000-8000-000000000001', '0a1b2c3d-0000-4000-8000-000000000002', 'yakuba.core.welfare.answer', "
                + "'unknown', '<a>読めない電文</a>', 'どの形式としても読めません', now(), now())");
        var operator = staff(holder("operator", "general"));
        var page = operator.page();
        operator.goToOffice("/office/messages");
        assertThat(page.locator("main")).containsText("どの形式としても読めません");
        page.locator("a[href*='/office/message?id=0a1b2c3d-0000-4000-8000-000000000001']").first().click();
        page.locator("#read").click();
        assertThat(page.locator(".y-errors")).isVisible();
        page.locator("#reason").fill("送り元に確かめた");
        page.locator("#read").click();
        assertThat(page.locator("pre")).containsText("読めない電文");
        page.locator("#reason").fill("送り元が作り直す");
        page.locator("#drop").click();
        page.waitForURL(Pattern.compile("/office/messages"));
        assertThat(page.locator("main")).not().containsText("どの形式としても読めません");
        operator.goToOffice("/office/health");
        assertThat(page.locator("main")).containsText("ウイルス検査");
    }

    private String enterAtCounter(Visitor clerk, String procedure) {
        var page = clerk.page();
        clerk.goToOffice("/office/counter?procedures=" + procedure);
        page.locator("#identityShown").fill("運転免許証");
        page.locator("[name$='.where']").fill("役場の前");
        page.locator("input[name='road-damage.what']:not([type=hidden])").first().check();
        page.locator("button[name=y_send]").click();
        var receipt = page.locator("a[href*='/office/application?id=']").first();
        return receipt.getAttribute("href").replaceAll(".*id=", "");
    }

    private static void find(Visitor clerk, String words) {
        clerk.goToOffice("/office/residents");
        clerk.page().locator("#reason").fill("住所の確認");
        clerk.page().locator("#words").fill(words);
        clerk.page().locator("#ask").click();
    }

    private static void look(Visitor clerk) {
        clerk.page().locator("#reason").fill("住所の確認");
        clerk.page().locator("#show").click();
    }

    private String sql(String query) throws Exception {
        try (var connection = office().running().database().owner().getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void run(String deed) throws Exception {
        try (var connection = office().running().database().owner().getConnection(); var statement = connection.createStatement()) {
            statement.executeUpdate(deed);
        }
    }

    private static Page.GetByRoleOptions named(String words) {
        return new Page.GetByRoleOptions().setName(words);
    }
}

package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("出したあとに")
class AfterSendingIT extends Journey {
    private static final String CODE = "cancer-screening";
    private static final String SECTION = "health";
    private static final String HANAKO = "hanako@resident.example";

    @Test
    @DisplayName("印刷でき、前の答えから書き始められ、決まる前なら取り下げられる。取り下げは一度だけ")
    void printedReusedAndWithdrawn() {
        var resident = visitor(PHONE);
        resident.page().addInitScript("window.print = () => { window.printed = true; };");
        resident.signIn(HANAKO);
        var first = Life.send(resident, CODE, answers());
        var page = resident.page();
        resident.goTo("/my/application/" + first);
        var number = page.locator("main .y-code").first().innerText();
        theSheetOnPaper(resident, number, first);

        page.locator("button[name=y_reuse]").click();
        page.waitForURL("**/draft/**");
        var draft = page.url().replaceAll("^https?://[^/]+(/draft/[0-9a-f-]{36}).*", "$1");
        resident.goTo(draft + "/applicant");
        assertThat(page.locator("[name='applicant.phone']")).hasValue("0155-62-0004");
        resident.goTo(draft + "/screening");
        assertThat(page.locator("[name='" + CODE + ".wish']")).hasValue("朝が いい");
        page.fill("[name='" + CODE + ".wish']", "昼が いい");
        page.waitForNavigation(() -> page.locator("form#questions button[name=y_next]:visible").last().click());
        resident.goTo(draft + "/check");
        var second = Life.handIn(resident);
        resident.goTo("/my/application/" + second);
        assertThat(page.locator("main")).containsText("昼が いい");
        assertThat(page.locator("main .y-code").first().innerText()).isNotEqualTo(number);

        withdraw(resident, first);
        var clerk = staff(holder("examiner", SECTION));
        clerk.goToOffice("/office/application?id=" + first);
        assertThat(clerk.page().locator("main")).containsText("取り下げ");
        assertThat(clerk.page().locator("#proposeGrant")).hasCount(0);
    }

    @Test
    @DisplayName("決まったあとは取り下げられない。決まる前に開いた画面からでも")
    void nothingIsWithdrawnAfterTheDecision() {
        var mail = Life.account(office(), "決定　待子", "decided@resident.example");
        var resident = visitor(PHONE).signIn(mail);
        var application = Life.send(resident, "lifesaving-course", Neighbours.dog().know("applicant.mail", mail)
                .know("lifesaving-course.people", "5").know("lifesaving-course.wish", "土曜の午前"));
        resident.goTo("/my/application/" + application + "/withdraw");
        grant(application);

        var page = resident.page();
        page.waitForNavigation(() -> page.locator("button[name=y_withdraw]").click());
        assertThat(page.locator("main button[name=y_withdraw]")).hasCount(0);
        resident.goTo("/my/application/" + application);
        assertThat(page.locator("main a[href$='/withdraw']")).hasCount(0);
        assertThat(page.locator("main")).not().containsText("取り下げました");
        assertThat(office().ask("select state from yakuba.apl_application where id = ?::uuid", application)).isEqualTo("DONE");
    }

    private void grant(String application) {
        var clerk = Clerk.of(staff(holder("examiner", "fire")));
        clerk.visitor().goToOffice("/office/application?id=" + application);
        clerk.type("grantWords", "受講を認める。").press("proposeGrant");
        var proposal = office().ask("select id::text from yakuba.apv_proposal where closed_at is null order by proposed_at desc limit 1");
        var decider = Clerk.of(staff(Desks.deciderOf(office(), proposal)));
        decider.visitor().goToOffice("/office/proposal?id=" + proposal);
        decider.press("approve");
    }

    /** On paper stand the number and the answers, and nothing that is pressed. */
    private void theSheetOnPaper(Visitor resident, String number, String application) {
        var page = resident.page();
        page.locator("button[data-y-print]").click();
        assertThat((Boolean) page.evaluate("window.printed === true")).isTrue();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("main")).containsText("朝が いい");
        assertThat(page.locator("main").getByText(number, new Locator.GetByTextOptions().setExact(true)).first()).isVisible();
        assertThat(page.locator("main button:visible, nav:visible")).hasCount(0);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        var paper = Papers.read(resident, office().portal("/api/my/applications/" + application + "/form.pdf"));
        assertThat(paper).contains(Papers.plain(number), "朝がいい", "0155-62-0004");
    }

    /** Withdrawn in one window; the other, which still shows the question, is told so and changes nothing. */
    private void withdraw(Visitor resident, String application) {
        var page = resident.page();
        resident.goTo("/my/application/" + application);
        page.locator("main a[href$='/withdraw']").click();
        var late = resident.context().newPage();
        late.navigate(page.url());
        page.waitForNavigation(() -> page.locator("button[name=y_withdraw]").click());
        assertThat(page.locator("main")).containsText("取り下げ");
        assertThat(page.locator("main a[href$='/withdraw']")).hasCount(0);
        late.waitForNavigation(() -> late.locator("button[name=y_withdraw]").click());
        assertThat(late.locator("main button[name=y_withdraw]")).hasCount(0);
        late.close();
        assertThat(office().ask("select count(*) from yakuba.apl_history h where h.application_id = ?::uuid and h.state = 'WITHDRAWN'", application))
                .isEqualTo("1");
        assertThat(office().ask("select count(*) from yakuba.apl_core_message where application_id = ?::uuid", application))
                .as("no core system was told").isEqualTo("0");
    }

    private static Questions answers() {
        return new Questions().know("applicant.name", "検診　花").know("applicant.kana", "けんしん　はな").know("applicant.birthDate", "1970-3-4")
                .know("applicant.phone", "0155-62-0004").know("applicant.address.postal", "0820012").know("applicant.address.lot", "９番地")
                .know("applicant.mail", "kenshin@health.example").know(CODE + ".kinds", Questions.FIRST).know(CODE + ".wish", "朝が いい");
    }
}

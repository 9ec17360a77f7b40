package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import jp.yakuba.cards.SampleAccounts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("キーボードだけで")
class KeyboardIT extends Journey {
    private static final String CODE = "bench-making";
    private static final String SECTION = "construction";
    private static final String MAIL = "taro@resident.example";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @Test
    @DisplayName("住民は出し、職員は調べて起案し、決裁者は決める。マウスには触らない")
    void fromTheFirstQuestionToTheDecision() throws IOException {
        Authoring.of(staff(holder("author", "general")), CODE).begin("ベンチづくり", SECTION, "facility-use")
                .read(form()).publish().openOnline();

        var resident = visitor(PHONE);
        signIn(resident, "/sign-in", "input[type=email], input[name$=mail]", MAIL, SampleAccounts.RESIDENT_PASSWORD);
        apply(resident.page(), resident);

        var clerk = visitor(DESK);
        var number = holder("examiner", SECTION);
        signIn(clerk, "/office/sign-in", "input[name$=number]", number, SampleAccounts.STAFF_PASSWORD.formatted(number));
        propose(clerk.page());

        var decider = visitor(DESK);
        var deciding = decider();
        signIn(decider, "/office/sign-in", "input[name$=number]", deciding, SampleAccounts.STAFF_PASSWORD.formatted(deciding));
        decide(decider.page());
        resident.goTo("/my");
        assertThat(resident.page().locator("main")).containsText("ベンチづくり");
    }

    @Test
    @DisplayName("住民は道案内から始め、書き、送り、いまどこにあるかを読む。キーだけで")
    void fromTheGuideToTheStatus() {
        var resident = visitor(PHONE);
        var page = resident.page();
        signIn(resident, "/sign-in", "input[type=email], input[name$=mail]", Life.account(office(), "鍵盤　葉子", "keys@resident.example"),
                SampleAccounts.RESIDENT_PASSWORD);
        resident.goTo("/guide");
        var keys = Keyboard.at(page).skipHead().press("main a[href='/guide/bereavement']");
        keys.isToldAt("main .y-btn--main", "input[name='notified']");
        keys.choose("notified", "yes").press("main .y-btn--main").choose("insurance", "work").press("main .y-btn--main")
                .choose("age", "no").press("main .y-btn--main").choose("pension", "no").press("main .y-btn--main")
                .choose("head", "no").press("main .y-btn--main").tick("input[name='assets'][value='water']").press("main .y-btn--main");
        keys.press("main a.y-btn--main").press("main .y-btn--main").press("main .y-btn--main");

        keys.isToldAt("form#questions button[name=y_next]:not([tabindex='-1'])", "main input");
        keys.backTo("main a[href], .y-skip");
        keys.type("[name='applicant.name']", "鍵盤　葉子").type("[name='applicant.kana']", "けんばん　ようこ")
                .type("[name='applicant.address.postal']", "0820012");
        assertThat(page.locator("[name='applicant.address.place']")).not().hasValue("", new LocatorAssertions.HasValueOptions().setTimeout(20_000));
        keys.isOn("[name='applicant.address.postal']").type("[name='applicant.address.lot']", "９番地")
                .type("[name='applicant.phone']", "0155-62-0009").type("[name='applicant.mail']", "keys@resident.example")
                .press("form#questions button[name=y_next]:not([tabindex='-1'])");
        keys.type("[name='water-name.oldName']", "鍵盤　古人").choose("water-name.reason", "death")
                .press("form#questions button[name=y_next]:not([tabindex='-1'])");
        page.waitForURL("**/check**");
        keys.press("button[name=y_send]:not([tabindex='-1'])");
        page.waitForURL("**/my/done/**");
        keys.press("main .y-btn--main").press("main a[href^='/my/application/']");
        assertThat(page.locator("main")).containsText("鍵盤　古人");
        assertThat(page.locator("main .y-st").first()).isVisible();
    }

    @Test
    @DisplayName("職員は受信箱から開き、メモを書き、補正を求める。キーだけで")
    void aNoteAndACorrection() {
        var number = holder("examiner", "fire");
        var application = Desks.enter(staff(number));
        var clerk = visitor(DESK);
        var page = clerk.page();
        signIn(clerk, "/office/sign-in", "input[name$=number]", number, SampleAccounts.STAFF_PASSWORD.formatted(number));
        clerk.goToOffice("/office/inbox");
        var keys = Keyboard.at(page).skipHead().press("main a[data-y-row][href*='" + application + "']");

        keys.skipHead().isToldAt("#note", "#noteWords");
        keys.type("#noteWords", "電話で人数を確かめる。").press("#note");
        assertThat(page.locator("#notes")).containsText("電話で人数を確かめる。");

        keys.skipHead().unfold("#correct summary").isToldAt("#requestCorrection", "#correctForm input");
        keys.tick("#correctForm input[value$='.people']").type("#correctionWords", "人数をもう一度書いてください。").press("#requestCorrection");
        assertThat(page.locator("#correction")).containsText("人数をもう一度書いてください。");
        assertThat(page.locator("#history")).containsText("補正");
    }

    private void signIn(Visitor visitor, String path, String name, String who, String password) {
        if (path.startsWith("/office")) {
            visitor.goToOffice(path);
        } else {
            visitor.goTo(path);
        }
        Keyboard.at(visitor.page()).skipHead().type(name, who).type("input[type=password]", password)
                .backTo(name).press("main .y-btn--main");
        visitor.page().waitForURL(address -> !address.contains("/sign-in"));
    }

    private void apply(Page page, Visitor resident) throws IOException {
        resident.goTo("/procedure/" + CODE);
        var keys = Keyboard.at(page);
        keys.press("main a[href*='/start']").press("main .y-btn--main").press("main .y-btn--main");
        keys.skipHead().press("form#questions button[name=y_next]:not([tabindex='-1'])").isOn("#errors");
        keys.to("#errors a[href]");
        page.keyboard().press("Enter");
        keys.isOn("main input");

        answer(page, keys);
        keys.press("form#questions button[name=y_next]:not([tabindex='-1'])");
        assertThat(page.locator(".y-errors")).hasCount(0);
        page.waitForURL("**/check**");
        keys.press("button[name=y_send]:not([tabindex='-1'])");
        page.waitForURL("**/my/done/**");
    }

    private void answer(Page page, Keyboard keys) throws IOException {
        keys.backTo("main a[href], .y-skip");
        keys.type("[name='" + CODE + ".from.y']", String.valueOf(TODAY.getYear()))
                .type("[name='" + CODE + ".from.m']", String.valueOf(TODAY.getMonthValue()))
                .type("[name='" + CODE + ".from.d']", String.valueOf(TODAY.getDayOfMonth()))
                .choose(CODE + ".wood", "oak")
                .type("[name='" + CODE + ".home.postal']", "0820012");
        assertThat(page.locator("[name='" + CODE + ".home.place']")).not().hasValue("", new LocatorAssertions.HasValueOptions().setTimeout(20_000));
        keys.type("[name='" + CODE + ".home.lot']", "７番地").type("[name='" + CODE + ".helpers.0.name']", "手伝い　一");
        keys.press("button[name=y_add]").isOn("[name='" + CODE + ".helpers.1.name']");
        keys.type("[name='" + CODE + ".helpers.1.name']", "手伝い　二");
        keys.file("[name='" + CODE + ".photo']", picture());
        assertThat(page.locator("button[name=y_detach]")).hasCount(1);
        keys.press("button[name=y_add]").isOn("[name='" + CODE + ".helpers.2.name']");
        keys.press("button[name=y_remove][value$='.2']").isOn("[name='" + CODE + ".helpers.1.name'], button[name=y_add], .y-entry *");
    }

    private void propose(Page page) {
        var keys = Keyboard.at(page);
        keys.skipHead();
        page.navigate(office().office("/office/inbox?procedure=" + CODE));
        page.keyboard().press("j");
        keys.isOn("[data-y-row]");
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        page.waitForURL("**/office/application?**");
        keys.skipHead();
        page.keyboard().press("a");
        keys.type("#grantWords", "ベンチづくりを認める。").press("#proposeGrant");
        assertThat(page.locator("#route")).isVisible();
    }

    private void decide(Page page) {
        var keys = Keyboard.at(page);
        page.navigate(office().office("/office/approvals"));
        keys.skipHead().press("main a[href*='/office/proposal?'][data-y-row]:not([href=''])");
        keys.skipHead().press("#approve");
        assertThat(page.locator("main [role=status]").first()).isVisible();
    }

    private String decider() {
        return office().ask("""
                select s.number from yakuba.apv_step t join yakuba.apv_proposal p on p.id = t.proposal_id
                join yakuba.org_appointment a on a.post = t.post and a.valid_until is null join yakuba.org_staff s on s.id = a.staff
                where p.title like '%ベンチづくり%' and t.state = 'WAITING' order by p.proposed_at desc, t.number limit 1
                """);
    }

    private static Path picture() throws IOException {
        return Files.write(Brought.file("bench.png"), OthersPapersIT.PICTURE);
    }

    private static Path form() throws IOException {
        try (var file = KeyboardIT.class.getResourceAsStream("/forms/bench-making.json")) {
            return Files.writeString(Brought.file("form.json"), new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}

package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@OwnOffice
@DisplayName("一通の手紙と十一年")
class PaperlessJourneyIT extends Journey {
    private static final String LETTER = "農業用ため池の調査について（照会）";
    private static final String ANSWER = "農業用ため池の調査について（回答）";
    private static final String FILE = "ため池調査綴";
    private static final String MAIL = "tameike@paperless.example";
    private static final List<String> LINE = List.of("agriculture-lead-1", "agriculture-chief", "general-chief", "planning-chief");
    private static final int HEIGHT = 844;

    private final List<String> findings = new ArrayList<>();
    private int pictures;

    @Test
    @DisplayName("収受、配布、供覧、起案、並行の合議と異議、差戻し、直した案、代決、後閲、施行、完結、十一年後の停止と廃棄")
    void fromTheDoorToTheProtocol() {
        var dossier = openTheFile(staff(post("agriculture-lead-1")));
        var letter = receive(staff(post("general-lead-1")));
        circulate(letter);
        var clerk = staff(post("agriculture-clerk-1"));
        var draft = draft(clerk, letter, dossier);
        objectAndSettle(clerk, draft);
        sendBackAndWriteAgain(clerk, draft);
        LINE.forEach(this::agree);
        decideInHisPlace(clerk, draft);
        sendOut(clerk, draft);
        closeTheFile(clerk, letter, dossier);

        elevenYearsPass();
        var list = heldOnceThenDrawn(staff(post("agriculture-lead-1")), dossier);
        theListGoesItsWay(list);
        nothingIsLeftButTheProtocol(staff(post("agriculture-lead-1")), list, letter);
        assertThat(findings).isEmpty();
    }

    /** The office looks up its clock once a second: whoever signed in before it did would be signed out by the years that pass at once. */
    private void elevenYearsPass() {
        var then = OffsetDateTime.now().plusYears(11);
        office().clockGoesTo(then.toInstant());
        var passer = visitor(DESK);
        Until.holds("the year " + then.getYear(), () -> {
            passer.goToOffice("/office/sign-in");
            return passer.page().content().contains("令和" + (then.getYear() - 2018) + "年");
        });
    }

    private String openTheFile(Visitor officer) {
        var page = officer.page();
        look(officer, "/office/dossier?section=agriculture&year=" + fiscalYear());
        page.selectOption("#classCode", new SelectOption().setIndex(1));
        page.fill("#number", "91");
        page.fill("#title", FILE);
        page.selectOption("#retention", "Y10");
        page.fill("#ground", "文書管理規程別表");
        page.selectOption("#medium", "ELECTRONIC");
        page.selectOption("#disclosure", "OPEN");
        page.waitForNavigation(() -> page.locator("#keep").click());
        officer.leave();
        return office().ask("select id::text from yakuba.doc_dossier where title = ?", FILE);
    }

    private static int fiscalYear() {
        return LocalDate.now(java.time.ZoneId.of("Asia/Tokyo")).minusMonths(3).getYear();
    }

    private String receive(Visitor officer) {
        var page = officer.page();
        var letter = Letterbox.of(officer).receive(LETTER, "北海道十勝総合振興局");
        page.selectOption("#section", "agriculture");
        page.waitForNavigation(() -> page.locator("#distributeDo").click());
        var name = office().ask("select name from yakuba.org_staff where number = ?", post("agriculture-clerk-1"));
        page.selectOption("#staff", new SelectOption().setLabel(name));
        page.waitForNavigation(() -> page.locator("#distributeDo").click());
        assertThat(page.locator("#facts")).containsText(name);
        look(officer, "/office/record?id=" + letter);
        officer.leave();
        return letter;
    }

    private void circulate(String letter) {
        var clerk = staff(post("agriculture-clerk-1"));
        Letterbox.of(clerk).circulate(letter, post("environment-lead-1"));
        clerk.leave();
        var reader = staff(post("environment-lead-1"));
        reader.goToOffice("/office/record?id=" + letter);
        reader.page().waitForNavigation(() -> reader.page().locator("#read").click());
        reader.leave();
    }

    private String draft(Visitor clerk, String letter, String dossier) {
        var page = clerk.page();
        var draft = Drafter.of(clerk).begin(letter, "answer");
        Drafter.of(clerk).write(draft, ANSWER, "12月1日までに調べて回答します。");
        clerk.goToOffice("/office/draft-edit?id=" + draft);
        page.selectOption("#matter", "correspondence-important");
        page.selectOption("#dossier", dossier);
        page.selectOption("#seal", "SEAL");
        page.waitForNavigation(() -> page.locator("button[name=y_send]").click());
        propose(clerk, draft);
        return draft;
    }

    /** The next version; where an objection waits, it is the answer to it. */
    private static void write(Visitor clerk, String draft, String text, String answer) {
        var page = clerk.page();
        clerk.goToOffice("/office/draft-edit?id=" + draft);
        page.evaluate("text => { const area = document.querySelector('textarea[name=text]'); area.value = text;"
                + " area.form.elements.rich.value = ''; }", text);
        if (answer != null) {
            page.fill("#answer", answer);
        }
        page.waitForNavigation(() -> page.locator("button[name=y_send]").click());
        assertThat(page.locator(".y-errors")).hasCount(0);
    }

    /** The drafter adds two sections that are asked beside each other. */
    private void propose(Visitor clerk, String draft) {
        var page = clerk.page();
        look(clerk, "/office/draft?id=" + draft);
        page.locator("input[name=consulted][value=general-chief]").check();
        page.locator("input[name=consulted][value=planning-chief]").check();
        page.waitForNavigation(() -> page.locator("#proposeDo").click());
    }

    private void objectAndSettle(Visitor clerk, String draft) {
        var page = clerk.page();
        agree("agriculture-lead-1");
        agree("agriculture-chief");
        var chief = staff(post("general-chief"));
        Clerk.of(chief).atApprovals().openProposal(ANSWER);
        chief.page().fill("#comment", "年末は繁忙のため、期日を改めてください。");
        chief.page().waitForNavigation(() -> chief.page().locator("#object").click());
        chief.leave();
        agree("planning-chief");

        clerk.goToOffice("/office/approvals?kind=SETTLE");
        Clerk.of(clerk).openProposal(ANSWER);
        assertThat(page.locator("main")).containsText("期日を改めてください");
        look(clerk, page.url().replaceAll("^https?://[^/]*", ""));
        write(clerk, draft, "12月25日までに調べて回答します。", "期日を改めました。");
        look(clerk, "/office/draft?id=" + draft);
        assertThat(page.locator("main")).containsText("12月25日");
    }

    private void sendBackAndWriteAgain(Visitor clerk, String draft) {
        agree("agriculture-lead-1");
        var chief = staff(post("agriculture-chief"));
        Clerk.of(chief).atApprovals().openProposal(ANSWER);
        chief.page().fill("#comment", "戸数を書き加えること。");
        chief.page().waitForNavigation(() -> chief.page().locator("#sendBack").click());
        chief.leave();
        look(clerk, "/office/draft?id=" + draft);
        assertThat(clerk.page().locator("main .y-notice")).containsText("戸数を書き加えること。");
        write(clerk, draft, "12月25日までに、120戸を調べて回答します。", null);
        propose(clerk, draft);
    }

    private void agree(String post) {
        var officer = staff(post(post));
        Clerk.of(officer).atApprovals().openProposal(ANSWER).press("approve");
        assertThat(officer.page().locator("main [role=status]")).containsText("承認しました");
        officer.leave();
    }

    private void decideInHisPlace(Visitor clerk, String draft) {
        var deputy = staff(post("office-deputy"));
        var page = deputy.page();
        deputy.goToOffice("/office/absences");
        page.selectOption("#kind", "TRAVEL");
        page.fill("#until", LocalDate.now(java.time.ZoneId.of("Asia/Tokyo")).plusDays(2).toString());
        page.waitForNavigation(() -> page.locator("#enter").click());

        var chief = staff(post("general-chief"));
        chief.goToOffice("/office/approvals?kind=PROXY");
        Clerk.of(chief).openProposal(ANSWER);
        chief.page().waitForNavigation(() -> chief.page().locator("#approveAsProxy").click());
        assertThat(chief.page().locator("main [role=status]")).containsText("代決しました");
        chief.leave();
        look(clerk, "/office/draft?id=" + draft);
        assertThat(clerk.page().locator("main .o-meta")).containsText("芽農起第");

        deputy.goToOffice("/office/absences");
        page.waitForNavigation(() -> page.locator("#mine input[type=submit]").first().click());
        deputy.goToOffice("/office/approvals?kind=REVIEW");
        Clerk.of(deputy).openProposal(ANSWER);
        look(deputy, page.url().replaceAll("^https?://[^/]*", ""));
        page.fill("#comment", "確認した。");
        page.waitForNavigation(() -> page.locator("#review").click());
        deputy.leave();
    }

    private void sendOut(Visitor clerk, String draft) {
        var page = clerk.page();
        clerk.goToOffice("/office/dispatch?draft=" + draft);
        page.selectOption("#channel-0", "MAIL");
        page.fill("#name-0", "北海道十勝総合振興局");
        page.fill("#mail-0", MAIL);
        page.waitForNavigation(() -> page.locator("button[name=y_send]").click());
        assertThat(page.locator("main [role=status]")).containsText("芽農第");
        assertThat(Pdfsig.says(MailedPaper.to(office(), MAIL))).contains("Signature Validation: Signature is Valid.", "Total document signed");
        look(clerk, "/office/dispatch?draft=" + draft);
    }

    private void closeTheFile(Visitor clerk, String letter, String dossier) {
        var page = clerk.page();
        clerk.goToOffice("/office/record?id=" + letter);
        page.locator("details:has(#fileForm) summary").click();
        page.selectOption("#dossier", dossier);
        page.waitForNavigation(() -> page.locator("#fileDo").click());
        if (page.locator("#completeForm").count() > 0) {
            page.locator("details:has(#completeForm) summary").click();
            page.waitForNavigation(() -> page.locator("#completeDo").click());
        }
        assertThat(page.locator("main .o-meta")).containsText("完結");
        look(clerk, "/office/records?dossier=" + dossier);
        assertThat(page.locator("main tbody tr")).hasCount(3);
        clerk.leave();
        var officer = staff(post("agriculture-lead-1"));
        officer.goToOffice("/office/dossier?id=" + dossier);
        officer.page().waitForNavigation(() -> officer.page().locator("#close").click());
        look(officer, "/office/dossier?id=" + dossier);
        assertThat(officer.page().locator("main")).containsText("令和" + (fiscalYear() + 11 - 2018) + "年3月31日");
        officer.leave();
    }

    private String heldOnceThenDrawn(Visitor officer, String dossier) {
        var page = officer.page();
        officer.goToOffice("/office/holds?dossier=" + dossier);
        page.selectOption("#ground", "SUIT");
        page.fill("#reference", "令和19年（行ウ）第3号");
        page.fill("#reason", "水利権の訴えが続いているため");
        page.waitForNavigation(() -> page.locator("button[name=y_place]").click());
        look(officer, "/office/disposal-calendar?section=agriculture");
        draw(officer);
        assertThat(page.locator("main")).not().containsText(FILE);
        if (page.locator("button[name=y_off]").count() > 0) {
            page.fill("#offReason", "停止の解除を待つため");
            page.waitForNavigation(() -> page.locator("button[name=y_off]").click());
        }
        officer.goToOffice("/office/holds?dossier=" + dossier);
        page.locator("main details summary").first().click();
        page.locator("input[id^=lift]").first().fill("訴えが終わったため");
        page.waitForNavigation(() -> page.locator("button[name=y_lift]").first().click());
        draw(officer);
        look(officer, "/office/disposal?id=" + officer.id());
        assertThat(page.locator("main")).containsText(FILE);
        officer.leave();
        return officer.id();
    }

    private static void draw(Visitor officer) {
        officer.goToOffice("/office/disposals");
        officer.page().selectOption("#section", "agriculture");
        officer.page().waitForNavigation(() -> officer.page().locator("button[name=y_draw]").click());
    }

    private void theListGoesItsWay(String list) {
        var chief = staff(post("agriculture-chief"));
        chief.goToOffice("/office/disposal?id=" + list);
        for (var verdict : chief.page().locator("select[id^=verdict]").all()) {
            verdict.selectOption("DESTROY");
        }
        pass(chief, "button[name=y_pass]");
        for (var post : List.of("general-lead-1", "school-lead-1")) {
            var officer = staff(post(post));
            officer.goToOffice("/office/disposal?id=" + list);
            pass(officer, "button[name=y_pass]");
        }
        var second = staff(post("general-chief"));
        look(second, "/office/disposal?id=" + list + "&confirm=on");
        pass(second, "button[name=y_confirm]");
    }

    private static void pass(Visitor officer, String button) {
        officer.page().waitForNavigation(() -> officer.page().locator(button).click());
        officer.leave();
    }

    private void nothingIsLeftButTheProtocol(Visitor officer, String list, String letter) {
        var page = officer.page();
        var protocol = page.locator("main tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText(FILE))
                .locator("a[href^='/office/protocol?']");
        Until.holds("the protocol of the destruction", () -> {
            officer.goToOffice("/office/disposal?id=" + list);
            return protocol.count() > 0;
        });
        look(officer, protocol.first().getAttribute("href"));
        assertThat(page.locator("main")).containsText(FILE);
        assertThat(page.locator("main")).not().containsText("十勝総合振興局");
        look(officer, "/office/record?id=" + letter);
        assertThat(page.locator("main")).containsText("この文書は廃棄されました");
        assertThat(page.locator("main")).not().containsText("十勝総合振興局");
    }

    private void look(Visitor visitor, String path) {
        var answer = visitor.goToOffice(path);
        findings.addAll(Inspection.of(visitor.page(), answer, path.replaceAll("[0-9a-f-]{36}", "…")));
        for (var width : List.of(PHONE, DESK)) {
            visitor.page().setViewportSize(width, HEIGHT);
            visitor.keepPicture("paperless-" + String.format("%02d", pictures++) + "-" + width);
        }
    }
}

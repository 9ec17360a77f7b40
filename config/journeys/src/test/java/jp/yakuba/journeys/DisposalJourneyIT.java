package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("保存期間の満了から廃棄記録まで、公文書館への移管まで")
class DisposalJourneyIT extends Journey {
    private static final String SECTION = "water";
    private static final int HEIGHT = 844;

    private final List<String> findings = new ArrayList<>();
    private int pictures;

    @Test
    @DisplayName("停止のある簿冊は出せず、解除のあと点検・確認・選別・別の人の確認を経て、一つは廃棄され、一つは公文書館へ移る")
    void fromADueFileToTheProtocolAndToTheArchive() throws Exception {
        var officer = staff(post("water-lead-1"));
        var record = Letterbox.of(officer).receive("漏水の苦情について", "町内会 長老");
        var bygone = Bygone.of(office().running().database().owner(), SECTION);
        var old = bygone.dossier(901, "漏水の苦情綴");
        var historic = bygone.dossier(902, "水道創設の記録");
        bygone.put(record, old);

        look(officer, "/office/disposal-calendar?section=" + SECTION);
        assertThat(officer.page().locator("main")).containsText("漏水の苦情綴");
        hold(officer, old);
        bygone.draw(officer);
        assertThat(officer.page().locator("main")).not().containsText("漏水の苦情綴");
        callOff(officer);
        lift(officer, old);
        var list = bygone.draw(officer);

        check(staff(post("water-chief")), list, old, historic);
        review(staff(post("general-lead-1")), list);
        choose(staff(post("school-lead-1")), list, historic);
        refuseTheSameHand(staff(post("general-lead-1")), list);
        confirm(staff(post("general-chief")), list);
        seeTheProtocol(officer, list, record);
        handOver(staff(post("school-lead-1")), list);
        verify(staff(post("general-chief")));
        assertThat(findings).isEmpty();
    }

    private void hold(Visitor officer, String dossier) {
        var page = officer.page();
        look(officer, "/office/holds?dossier=" + dossier);
        page.locator("button[name=y_place]").click();
        assertThat(page.locator(".y-errors")).containsText("停止の種類を選んでください");
        page.selectOption("#ground", "DISCLOSURE");
        page.fill("#reference", "開示第5号");
        page.fill("#reason", "開示請求を受けたため");
        page.waitForNavigation(() -> page.locator("button[name=y_place]").click());
        assertThat(page.locator("main")).containsText("開示第5号");
        look(officer, "/office/holds");
        assertThat(page.locator("main")).containsText("漏水の苦情綴");
    }

    private void lift(Visitor officer, String dossier) {
        var page = officer.page();
        officer.goToOffice("/office/holds?dossier=" + dossier);
        page.locator("main details summary").first().click();
        page.locator("input[id^=lift]").first().fill("開示を終えたため");
        page.waitForNavigation(() -> page.locator("button[name=y_lift]").first().click());
        assertThat(page.locator("main")).containsText("開示を終えたため");
    }

    private void callOff(Visitor officer) {
        var page = officer.page();
        page.fill("#offReason", "停止の解除を待つため");
        page.waitForNavigation(() -> page.locator("button[name=y_off]").click());
        assertThat(page.locator("main")).containsText("取りやめ");
    }

    private void check(Visitor chief, String list, String old, String historic) {
        var page = chief.page();
        look(chief, "/office/disposals");
        look(chief, "/office/disposal?id=" + list);
        page.locator("button[name=y_pass]").click();
        assertThat(page.locator(".y-errors a[href^='#verdict']")).hasCount(1);
        page.selectOption("#verdict" + old, "EXTEND");
        page.locator("button[name=y_pass]").click();
        assertThat(page.locator(".y-errors")).containsText("延ばす年数");
        page.selectOption("#verdict" + old, "DESTROY");
        page.selectOption("#verdict" + historic, "OFFER");
        page.fill("#reason" + historic, "町の歴史を伝える");
        page.waitForNavigation(() -> page.locator("button[name=y_pass]").click());
        assertThat(page.locator("#steps")).containsText("いまここ");
        chief.leave();
    }

    private void review(Visitor manager, String list) {
        look(manager, "/office/disposal?id=" + list);
        manager.keepPicture("disposal-review");
        manager.page().waitForNavigation(() -> manager.page().locator("button[name=y_pass]").click());
        manager.leave();
    }

    private void choose(Visitor archivist, String list, String historic) {
        var page = archivist.page();
        look(archivist, "/office/disposal?id=" + list);
        page.fill("#reason" + historic, "町史の資料");
        page.waitForNavigation(() -> page.locator("button[name=y_pass]").click());
        archivist.leave();
    }

    private void refuseTheSameHand(Visitor manager, String list) {
        manager.goToOffice("/office/disposal?id=" + list);
        assertThat(manager.page().locator("main")).containsText("まだ手を触れていない人");
        assertThat(manager.page().locator("a[href$='confirm=on']")).hasCount(0);
        manager.leave();
    }

    private void confirm(Visitor second, String list) {
        var page = second.page();
        look(second, "/office/disposal?id=" + list);
        page.waitForNavigation(() -> page.locator("a[href$='confirm=on']").click());
        look(second, "/office/disposal?id=" + list + "&confirm=on");
        second.keepPicture("disposal-confirm");
        page.waitForNavigation(() -> page.locator("button[name=y_confirm]").click());
        second.leave();
    }

    private void seeTheProtocol(Visitor officer, String list, String record) {
        var page = officer.page();
        var link = page.locator("main a[href^='/office/protocol?']");
        Until.holds("the protocol of the destruction", () -> {
            officer.goToOffice("/office/disposal?id=" + list);
            return link.count() > 0;
        });
        officer.keepPicture("disposal-done");
        var address = link.first().getAttribute("href");
        look(officer, address);
        officer.keepPicture("protocol");
        assertThat(page.locator("main")).containsText("漏水の苦情綴");
        assertThat(page.locator("main")).not().containsText("町内会 長老");
        look(officer, "/office/protocols");
        look(officer, "/office/record?id=" + record);
        assertThat(page.locator("main")).containsText("この文書は廃棄されました");
        assertThat(page.locator("main")).not().containsText("長老");
    }

    private void handOver(Visitor archivist, String list) throws Exception {
        var page = archivist.page();
        look(archivist, "/office/disposal?id=" + list);
        archivist.keepPicture("disposal-archive");
        var file = page.waitForDownload(() -> page.locator("a[href^='/office/archive-package']").click()).path();
        try (var zip = new ZipFile(Files.copy(file, Brought.file("sip.zip")).toFile())) {
            assertThat(zip.stream().map(java.util.zip.ZipEntry::getName)).anyMatch(name -> name.endsWith("METS.xml"));
        }
        page.locator("button[name=y_received]").click();
        assertThat(page.locator(".y-errors")).containsText("受領番号");
        page.locator("input[id^=receipt]").fill("館受第7号");
        page.waitForNavigation(() -> page.locator("button[name=y_received]").click());
        assertThat(page.locator("main")).containsText("移管第");
        assertThat(page.locator("main")).containsText("終了");
        archivist.leave();
    }

    private void verify(Visitor manager) {
        var page = manager.page();
        look(manager, "/office/integrity");
        page.locator("#begin button[value=NUMBERS]").click();
        assertThat(page.locator("main [role=status]")).containsText("書かれたときのまま");
        manager.keepPicture("integrity");
        manager.leave();
    }

    /** Opens a page, inspects it in every size and keeps a picture of it on a phone and at a desk. */
    private void look(Visitor visitor, String path) {
        visitor.goToOffice(path);
        findings.addAll(Inspection.inEverySize(visitor.page(), path.replaceAll("[0-9a-f-]{36}", "…")));
        for (int width : new int[] {PHONE, DESK}) {
            visitor.page().setViewportSize(width, HEIGHT);
            visitor.keepPicture("end-" + ++pictures + "-" + width);
        }
    }
}

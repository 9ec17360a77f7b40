package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("照会と回答の画面")
class InquiryJourneyIT extends Journey {
    private static final int HEIGHT = 844;

    private final List<String> findings = new ArrayList<>();

    @Test
    @DisplayName("照会を書くと、誤りは欄に言われ、書いたことは残り、直せば起案になる。届いた照会は途中まで保存でき、誤りは欄に言われる")
    void clerksAskAndAnswer() {
        var owner = office().running().database().owner();
        var rows = new Inquiries(owner);
        rows.agree();
        var clerk = visitor(DESK).signInAsStaff(Staff.with(owner, "records-officer", "general"));
        var record = Letterbox.of(clerk).receive("公園の状況について（照会）", "試験市");

        clerk.goToOffice("/office/inquiries?view=own");
        clerk.page().waitForNavigation(() -> clerk.page().locator("a[href='/office/inquiry-edit']").click());
        var page = clerk.page();
        page.fill("#label-0", "道路の延長");
        page.selectOption("#kind-0", "NUMBER");
        page.locator("#question-0 summary").click();
        page.fill("#unit-0", "km");
        page.fill("#least-0", "10");
        page.fill("#most-0", "1");
        page.fill("#deadline", "2099-12-25");
        page.locator("input[name=office][value='990019']").check();
        page.waitForNavigation(() -> page.locator("button[name=y_keep]").click());
        assertThat(clerk.words()).contains("件名を200字以内で書いてください", "下限は上限以下にしてください");
        assertThat(page.inputValue("#label-0")).as("nothing typed is lost").isEqualTo("道路の延長");
        assertThat(page.locator("input[name=office][value='990019']").isChecked()).isTrue();
        look(clerk, null, "inquiry-edit");
        page.fill("#title", "道路の状況");
        page.fill("#most-0", "100");
        page.waitForNavigation(() -> page.locator("button[name=y_keep]").click());
        assertThat(clerk.words()).contains("道路の状況", "作成中", "試験市", "発送前");
        page.waitForNavigation(() -> page.locator("button[name=y_draft]").click());
        assertThat(page.url()).contains("/office/draft?id=");
        assertThat(clerk.words()).contains("道路の延長", "照合番号");
        look(clerk, "/office/draft-edit?id=" + clerk.id(), "draft-bound");
        assertThat(clerk.words()).contains("照会・回答の画面で直します");
        assertThat(page.locator("#title[readonly], #text[readonly]").count()).isEqualTo(2);
        page.fill("#ask", "急いで伺います。");
        page.waitForNavigation(() -> page.locator("button[name=y_send]").click());
        assertThat(page.url()).as("what is asked of the route can be written").contains("/office/draft?id=");

        var asked = rows.asked("general", record);
        clerk.goToOffice("/office/asked?id=" + asked);
        page.fill("#q3", "たくさん");
        page.waitForNavigation(() -> page.locator("button[name=y_keep]").click());
        assertThat(clerk.words()).contains("途中まで保存しました");
        assertThat(page.inputValue("#q3")).isEqualTo("たくさん");
        page.waitForNavigation(() -> page.locator("button[name=y_draft]").click());
        assertThat(clerk.words()).contains("数を書いてください", "回答を書いてください");
        look(clerk, null, "asked-faults");
        page.fill("#q1", "土木課");
        page.fill("#q3", "１２．５");
        page.locator("input[name=q5][value='あり']").check();
        page.fill("input[name=q7-0-0]", "中央公園");
        page.fill("input[name=q7-0-1]", "3");
        page.waitForNavigation(() -> page.locator("button[name=y_draft]").click());
        assertThat(page.url()).contains("/office/draft?id=");
        assertThat(clerk.words()).contains("土木課", "12.5km", "中央公園、3");

        look(clerk, "/office/inquiries", "inquiries");
        look(clerk, "/office/inquiries?view=own", "inquiries-own");
        look(clerk, "/office/inquiry?id=" + rows.answered("general", record), "inquiry");
        look(clerk, "/office/asked?id=" + asked, "asked");
        assertThat(findings).isEmpty();
    }

    private void look(Visitor visitor, String path, String name) {
        var answer = path == null ? null : visitor.goToOffice(path);
        findings.addAll(Inspection.of(visitor.page(), answer, name));
        for (var width : List.of(PHONE, DESK)) {
            visitor.page().setViewportSize(width, HEIGHT);
            visitor.keepPicture(name + "-" + width);
        }
    }
}

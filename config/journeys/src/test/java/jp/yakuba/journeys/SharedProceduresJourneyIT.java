package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("手続きの共有の画面")
class SharedProceduresJourneyIT extends Journey {
    private static final int HEIGHT = 844;
    private static final String CODE = "path-clearing";

    private final List<String> findings = new ArrayList<>();

    @Test
    @DisplayName("ほかの役所の手続きを探して取り込むと下書きになり、案内の画面に入る。元が新しくなると違いが分かる。自分の手続きも共有できる")
    void anAuthorTakesOverAndShares() {
        var owner = office().running().database().owner();
        var rows = new SharedProcedures(owner);
        rows.agree();
        rows.offer(CODE, "通学路の雪かきの申込み", 0, true, 4);
        var author = visitor(DESK).signInAsStaff(Staff.with(owner, "author", "general"));
        author.goToOffice("/office/forms");
        var page = author.page();
        page.waitForNavigation(() -> page.locator("a[href='/office/shared-procedures']").click());
        page.fill("#words", "ありえない言葉");
        page.waitForNavigation(() -> page.locator("form.o-filter button").click());
        assertThat(author.words()).contains("合う手続きはありません", "試験市");
        look(author, "shared-nothing-fits");
        page.fill("#words", "通学路　雪かき");
        page.waitForNavigation(() -> page.locator("form.o-filter button").click());
        assertThat(author.words()).contains("通学路の雪かきの申込み", "取り込んでいない");
        look(author, "shared-offered");

        page.waitForNavigation(() -> page.locator("a[href*='" + CODE + "']").click());
        assertThat(author.words()).contains("除雪要綱第3条", "場所", "必須", "試験市");
        look(author, "shared-procedure");
        rows.offer(CODE, "通学路の雪かきの申込み", 100, true, 5);
        page.waitForNavigation(() -> page.locator("button[name=y_take]").click());
        assertThat(author.words()).as("what was seen is not what is there").contains("共有元がこの手続きを変えました");
        author.goToOffice(address());
        page.waitForNavigation(() -> page.locator("button[name=y_take]").click());
        assertThat(author.words()).contains("まだ公開していません", "共有元と同じ版");
        look(author, "shared-taken");
        page.waitForNavigation(() -> page.locator("a[href*='/office/procedure-new?taken=']").click());
        assertThat(page.locator("[id$='name-ja']").first().inputValue()).isEqualTo("通学路の雪かきの申込み");
        assertThat(page.locator("[id$='code']").first().inputValue()).isEqualTo(CODE);
        author.goToOffice("/office/form?procedure=" + CODE);
        assertThat(author.words()).contains("場所");

        rows.offer(CODE, "通学路の雪かきの申込み", 300, false, 6);
        author.goToOffice("/office/shared-procedures?view=taken");
        assertThat(author.words()).contains("新しい版がある");
        look(author, "shared-newer-list");
        author.goToOffice(address());
        assertThat(author.words()).contains("取り込んだ版との違い", "手数料（円）", "300", "任意", "この手続きの様式は書きかけです");
        look(author, "shared-newer");

        author.goToOffice("/office/shared-procedures?view=own");
        page.fill("#words", "ありえない言葉");
        page.waitForNavigation(() -> page.locator("form.o-filter button").click());
        assertThat(author.words()).contains("合う手続きはありません");
        page.fill("#words", "救命 講習");
        page.waitForNavigation(() -> page.locator("form.o-filter button").click());
        assertThat(page.locator("button[name=y_share]").count()).isEqualTo(1);
        page.waitForNavigation(() -> page.locator("button[name=y_share]").first().click());
        assertThat(author.words()).contains("共有中");
        look(author, "shared-own");
        page.waitForNavigation(() -> page.locator("button[name=y_unshare]").first().click());
        assertThat(page.locator("button[name=y_unshare]").count()).isZero();
        author.goToOffice("/office/shared-procedures?view=own");
        assertThat(page.locator("button[name=y_share]").count()).as("a part at a time").isEqualTo(50);
        page.waitForNavigation(() -> page.locator("a[href*='view=own'][href*='page=1']").first().click());
        assertThat(page.locator("button[name=y_share]").count()).isBetween(1, 50);
        assertThat(findings).isEmpty();
    }

    private static String address() {
        return "/office/shared-procedure?office=990019&code=" + CODE;
    }

    private void look(Visitor visitor, String name) {
        findings.addAll(Inspection.of(visitor.page(), null, name));
        for (var width : List.of(PHONE, DESK)) {
            visitor.page().setViewportSize(width, HEIGHT);
            visitor.keepPicture(name + "-" + width);
        }
    }
}

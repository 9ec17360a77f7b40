package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("転入通知の画面")
class MoveNoticeJourneyIT extends Journey {
    private static final int HEIGHT = 844;

    private final List<String> findings = new ArrayList<>();

    @Test
    @DisplayName("職員は番号の人を見てから転出を登録し、登録しない人には理由を書く。送れなかった通知は、送ったもののページに残る")
    void aRegistrarEntersAMoveOut() {
        var owner = office().running().database().owner();
        var told = new MoveNotices(owner);
        var notice = "/office/move-notice?id=" + told.open();
        told.unsent();
        var clerk = visitor(DESK).signInAsStaff(Staff.with(owner, "registrar", "residents"));
        var page = clerk.page();
        look(clerk, "/office/move-notices", "move-notices");
        look(clerk, notice, "move-notice");

        page.fill("#number1", "9999999999");
        press(page, "y_look");
        assertThat(clerk.words()).contains("この番号の人は台帳にいません");
        page.fill("#number1", office().ask("select number from yakuba.res_person where left_on is null order by number desc limit 1"));
        press(page, "y_enter");
        assertThat(clerk.words()).as("nobody is entered who was not seen").contains("番号の人を下に出しました", "書いた番号の人：");
        look(clerk, null, "move-notice-typed");
        press(page, "y_enter");
        assertThat(clerk.words()).contains("この宛名番号の人はいないか");

        page.fill("#number1", "");
        press(page, "y_enter");
        assertThat(clerk.words()).contains("理由を200字以内で書いてください");
        page.fill("#rest", "台帳にいない人");
        press(page, "y_enter");
        assertThat(page.inputValue("#rest")).as("nothing typed is lost").isEqualTo("台帳にいない人");
        var staying = page.locator("input[name^='rel-']");
        for (int number = 0; number < staying.count(); number++) {
            staying.nth(number).fill(number == 0 ? "世帯主" : "子");
        }
        press(page, "y_enter");
        assertThat(clerk.words()).contains("転出を登録済み", "台帳にいない人");
        look(clerk, null, "move-notice-entered");

        look(clerk, "/office/tasks", "tasks-with-notices");
        assertThat(clerk.words()).contains("送り直す転入通知");
        look(clerk, "/office/move-notices-sent?view=failed", "move-notices-failed");
        assertThat(clerk.words()).contains("様式に書けないため送れなかった");
        press(page, "y_again");
        assertThat(clerk.words()).as("the move is not in the ledger any more").contains("様式に書けないため送れなかった");
        page.locator("main td summary").first().click();
        press(page, "y_otherwise");
        assertThat(clerk.words()).as("and its field is opened").contains("理由を200字以内で書いてください");
        page.locator("input[name=why]").first().fill("紙で郵送した");
        look(clerk, null, "move-notices-otherwise");
        press(page, "y_otherwise");
        look(clerk, "/office/move-notices-sent", "move-notices-sent");
        assertThat(clerk.words()).contains("ほかの方法で伝えた");
        assertThat(findings).isEmpty();
    }

    private static void press(Page page, String name) {
        page.waitForNavigation(() -> page.locator("button[name=" + name + "]").first().click());
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

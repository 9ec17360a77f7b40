package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("二人の職員と、戻るボタン")
class TwoClerksIT extends Journey {
    private static final String REASONS = "定員に達しているため";

    @Test
    @DisplayName("一人が補正を求めたあとに起案した人は、だれが何をしたかを読み、書いた文は残り、何も二重にならない")
    void theSecondIsToldWhatTheFirstDid() {
        var first = clerk("fire-clerk-1");
        var second = clerk("fire-chief");
        var id = Course.book(first);
        open(first, id);
        open(second, id);
        askCorrection(first.page());
        assertThat(first.page().locator(".o-det__head")).containsText("補正");

        propose(second.page());
        assertThat(second.page().locator("#meanwhile")).containsText(nameOf("fire-clerk-1") + "さんが先に補正を求めました");
        assertThat(second.page().locator("#meanwhile")).containsText(REASONS);
        assertThat(second.page().locator(".o-det__head")).containsText("補正");
        assertThat(second.page().locator("#proposeRefusal")).hasCount(0);
        assertThat(count("apl_correction", "application_id", id)).isEqualTo(1);
        assertThat(count("apv_proposal", "subject_id", id)).isZero();
    }

    @Test
    @DisplayName("二人が起案すると、起案は一つだけ。後の人は先の人の起案を見る")
    void ofTwoProposalsOneIsMade() {
        var first = clerk("fire-clerk-1");
        var second = clerk("fire-chief");
        var id = Course.book(first);
        open(first, id);
        open(second, id);
        propose(first.page());
        propose(second.page());
        assertThat(second.page().locator("#meanwhile")).containsText(nameOf("fire-clerk-1") + "さんが先に認めない起案をしました");
        assertThat(second.page().locator("#route")).isVisible();
        assertThat(count("apv_proposal", "subject_id", id)).isEqualTo(1);
    }

    @Test
    @DisplayName("二人が担当を決めると先の人のとおりになり、後の人はだれの担当かを読む")
    void theFirstAssignmentStands() {
        var first = clerk("fire-clerk-1");
        var second = clerk("fire-chief");
        var id = Course.book(first);
        open(first, id);
        second.goToOffice("/office/inbox?procedure=" + Course.CODE);
        first.page().locator("#take").click();
        assertThat(first.page().locator("#assignee h2")).containsText(nameOf("fire-clerk-1"));

        second.page().locator("input[name=chosen][value^='" + id + "']").check();
        second.page().locator("#receiver").selectOption(new com.microsoft.playwright.options.SelectOption()
                .setLabel(nameOf("fire-chief")));
        second.page().locator("#assign").click();
        assertThat(second.page().locator("#missed")).containsText(nameOf("fire-clerk-1") + "さんの担当");
        assertThat(office().ask("select assignee_name from yakuba.apl_application where id = ?::uuid", id))
                .isEqualTo(nameOf("fire-clerk-1"));
    }

    @Test
    @DisplayName("ボタンを二度押しても、メモも補正も起案も一つ")
    void aDoubleClickDoesItOnce() {
        var clerk = clerk("fire-clerk-1");
        var page = clerk.page();
        var id = Course.book(clerk);
        open(clerk, id);
        page.locator("#noteWords").fill("二度押した");
        twice(page, "#note");
        assertThat(page.locator("#notes")).containsText("二度押した");
        assertThat(count("apl_note", "application_id", id)).isEqualTo(1);

        page.locator("#decide summary").click();
        page.locator("#refusalReasons").fill(REASONS);
        twice(page, "#proposeRefusal");
        assertThat(page.locator("#route")).isVisible();
        assertThat(count("apv_proposal", "subject_id", id)).isEqualTo(1);
    }

    @Test
    @DisplayName("同じ人が二つの窓で同じことをすると、二度目は「済んでいます」と読む")
    void theSameDeedInTwoTabsIsDoneOnce() {
        var clerk = clerk("fire-clerk-1");
        var id = Course.book(clerk);
        open(clerk, id);
        var twin = clerk.context().newPage();
        twin.navigate(office().office("/office/application?id=" + id));
        propose(clerk.page());
        propose(twin);
        assertThat(twin.locator("#meanwhile")).containsText("この操作は済んでいます");
        assertThat(count("apv_proposal", "subject_id", id)).isEqualTo(1);
    }

    @Test
    @DisplayName("起案してから戻るボタンで戻っても、今の様子が出て、もう一度はできない")
    void theBackButtonShowsHowItStandsNow() {
        var clerk = clerk("fire-clerk-1");
        var page = clerk.page();
        var id = Course.book(clerk);
        clerk.goToOffice("/office/inbox?procedure=" + Course.CODE);
        open(clerk, id);
        propose(page);
        assertThat(page.locator("#route")).isVisible();
        page.goBack();
        if (page.url().contains("/office/application")) {
            assertThat(page.locator("#proposeRefusal")).hasCount(0);
            page.goBack();
        }
        page.goForward();
        assertThat(page.locator("#proposeRefusal")).hasCount(0);
        assertThat(count("apv_proposal", "subject_id", id)).isEqualTo(1);
    }

    @Test
    @DisplayName("窓口の用紙は、二度押しても、読み直しても、戻って送り直しても、届くのは一件")
    void theSheetOfTheCounterArrivesOnce() {
        var clerk = clerk("fire-clerk-1");
        var page = clerk.page();
        var name = "二度押　太郎";
        Course.fill(clerk, name);
        twice(page, "button[name=y_send]");
        var id = Course.idOf(clerk);
        page.onDialog(dialog -> dialog.accept());
        page.reload();
        assertThat(Course.idOf(clerk)).isEqualTo(id);
        back(page);
        Until.holds("the browser sends again", () -> isSentAgain(page));
        assertThat(office().ask("select count(*)::text from yakuba.apl_application where applicant_name = ?", name)).isEqualTo("1");
    }

    /** Goes back; a browser that would have to send a form again for it first asks, which Playwright tells as a failure. */
    private static void back(Page page) {
        try {
            page.goBack();
        } catch (PlaywrightException asked) {
            if (!asked.getMessage().contains("ERR_CACHE_MISS")) {
                throw asked;
            }
        }
    }

    /** The page on which the browser asks takes a moment to be there; until then nothing can be sent again from it. */
    private static boolean isSentAgain(Page page) {
        try {
            page.reload();
            return true;
        } catch (PlaywrightException notThereYet) {
            return false;
        }
    }

    private Visitor clerk(String post) {
        return staff(post(post));
    }

    private String nameOf(String post) {
        return office().ask("select s.name from yakuba.org_appointment a join yakuba.org_staff s on s.id = a.staff where a.post = ?", post);
    }

    private static void open(Visitor clerk, String id) {
        clerk.goToOffice("/office/application?id=" + id);
    }

    private static void askCorrection(Page page) {
        page.locator("#correct summary").click();
        page.locator("#correctForm input[type=checkbox]").first().check();
        page.locator("#correctionWords").fill("書き直してください");
        page.locator("#requestCorrection").click();
    }

    private static void propose(Page page) {
        page.locator("#decide summary").click();
        page.locator("#refusalReasons").fill(REASONS);
        page.locator("#proposeRefusal").click();
    }

    /** Two presses before the answer is there, as an impatient hand does. */
    private static void twice(Page page, String button) {
        page.locator(button).dblclick(new Locator.DblclickOptions().setNoWaitAfter(true));
        page.waitForLoadState();
    }

    private long count(String table, String column, String id) {
        return Long.parseLong(office().ask("select count(*)::text from yakuba." + table + " where " + column + " = ?::uuid", id));
    }
}

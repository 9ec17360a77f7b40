package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.sql.SQLException;
import java.util.List;
import jp.yakuba.cards.SampleAccounts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("攻撃の試験")
class AttackIT extends Journey {
    private static final String SCRIPT = "<script>document.title='broken'</script><img src=x onerror=\"document.title='broken'\">";

    @Test
    @DisplayName("ほかの人の下書きは、番号を知っていても見つからず、その試みが記録に残る")
    void anotherPersonsDraftIsNotFoundAndTheTryIsRecorded() {
        var owner = visitor(PHONE).signIn(SampleAccounts.RESIDENTS.get(0));
        var draft = beginDraft(owner);
        var stranger = visitor(PHONE).signIn(SampleAccounts.RESIDENTS.get(1));
        var before = refusals();

        assertThat(stranger.goTo(draft).status()).isEqualTo(404);
        assertThat(stranger.goTo(draft + "/applicant").status()).isEqualTo(404);

        assertThat(refusals()).isGreaterThan(before);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("住民の入口からは、職員の画面が見つからない")
    @ValueSource(strings = {"/office", "/office/inbox", "/office/sign-in", "/office/residents", "/office/audit"})
    void pagesOfStaffDoNotExistAtThePortal(String path) {
        var resident = visitor(DESK).signIn(SampleAccounts.RESIDENTS.get(0));
        var before = refusals();

        assertThat(resident.goTo(path).status()).isEqualTo(404);

        assertThat(refusals()).isGreaterThan(before);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("住民のしるしでは、職員の入口の画面は開かない")
    @ValueSource(strings = {"/office/inbox", "/office/residents", "/office/audit", "/office/messages", "/office/forms"})
    void aResidentsSessionOpensNothingAtTheOffice(String path) {
        var resident = visitor(DESK).signIn(SampleAccounts.RESIDENTS.get(0));

        var before = refusals();

        resident.goToOffice(path);

        assertThat(resident.page().url()).contains("/office/sign-in");
        assertThat(refusals()).isGreaterThan(before);
    }

    @Test
    @DisplayName("職員のしるしでは、住民の画面は開かない")
    void aStaffSessionOpensNothingAtThePortal() {
        var clerk = staff(holder("examiner", "residents"));

        var before = refusals();

        clerk.goTo("/my");

        assertThat(clerk.page().url()).contains("/sign-in");
        assertThat(refusals()).isGreaterThan(before);
    }

    @Test
    @DisplayName("しるしのない、または他人のしるしの付いた送信は断る")
    void aFormWithoutOurTokenIsRefused() {
        var resident = visitor(PHONE).signIn(SampleAccounts.RESIDENTS.get(0));
        var draft = beginDraft(resident);
        var foreign = visitor(PHONE).signIn(SampleAccounts.RESIDENTS.get(1));
        foreign.goTo("/start?procedure=dog-change");
        var foreignToken = foreign.page().locator("main [name=y_token]").first().inputValue();

        var before = refusals();

        assertThat(post(resident, draft + "/applicant", null).status()).isEqualTo(403);
        assertThat(post(resident, draft + "/applicant", foreignToken).status()).isEqualTo(403);

        assertThat(refusals()).isEqualTo(before + 2);
    }

    @Test
    @DisplayName("どの欄に書いた命令も、ただの字として出る")
    void scriptInEveryFieldIsShownAsText() {
        var resident = visitor(DESK).signIn(SampleAccounts.RESIDENTS.get(0));
        var draft = beginDraft(resident);
        resident.pressMain();
        var page = resident.page();
        for (var section : List.of("applicant", "dog")) {
            resident.goTo(draft + "/" + section);
            for (var field : page.locator("form#questions input[type=text], form#questions input:not([type]), form#questions textarea").all()) {
                if (field.isVisible()) {
                    field.evaluate("one => one.removeAttribute('maxlength')");
                    field.fill(SCRIPT);
                }
            }
            page.locator("form#questions button[name=y_later]").click();
            page.waitForLoadState();
        }
        for (var path : List.of(draft, draft + "/applicant", draft + "/check", "/my")) {
            resident.goTo(path);
            assertThat(page.title()).as(path).doesNotContain("broken");
            assertThat(page.locator("script:has-text('broken'), img[src=x]").count()).as(path).isZero();
        }
    }

    @Test
    @DisplayName("改ざんした画面の状態は、合言葉が正しくても断る")
    void tamperedViewStateIsRefused() {
        var visitor = visitor(DESK);
        visitor.goTo("/sign-in");
        var page = visitor.page();
        tamper(page);
        page.fill("#mail", SampleAccounts.RESIDENTS.get(0));
        page.fill("#password", SampleAccounts.RESIDENT_PASSWORD);
        var refusals = Refusals.fromNow(office());

        assertThat(send(page, "#send")).isEqualTo(400);

        assertThat(refusals.written()).extracting(Refusals.Line::reason).contains("unknown state");
        assertThat(visitor.context().cookies()).noneMatch(cookie -> cookie.name.equals("yakuba_portal"));
    }

    @Test
    @DisplayName("改ざんした状態では、職員の画面も人をさがさない")
    void tamperedViewStateOfTheOfficeIsRefused() {
        var clerk = staff(holder("registrar", "residents"));
        clerk.goToOffice("/office/residents");
        var page = clerk.page();
        tamper(page);
        page.fill("#reason", "改ざんの試験");
        page.fill("#words", "山田");
        var refusals = Refusals.fromNow(office());

        assertThat(send(page, "#ask")).isEqualTo(400);

        assertThat(refusals.written()).extracting(Refusals.Line::reason).contains("unknown state");
        assertThat(page.locator("a[href*='/office/resident?']").count()).isZero();
    }

    /** Gives the page's form a state that this office never gave. */
    private static void tamper(Page page) {
        var states = page.locator("main [name='jakarta.faces.ViewState']");
        assertThat(states.count()).as("a state to tamper with").isPositive();
        states.evaluateAll("all => all.forEach(one => one.value = '-1:-1')");
    }

    private static int send(Page page, String button) {
        return page.waitForResponse(response -> response.request().method().equals("POST"),
                () -> page.locator(button).click()).status();
    }

    private static String beginDraft(Visitor resident) {
        resident.goTo("/start?procedure=dog-change");
        resident.pressMain();
        resident.page().waitForURL("**/draft/**");
        return resident.page().url().replaceAll("^https?://[^/]+(/draft/[^/?#]+).*", "$1");
    }

    private APIResponse post(Visitor visitor, String path, String token) {
        var form = FormData.create().set("applicant.phone", "0155-00-0000").set("y_next", "on");
        if (token != null) {
            form.set("y_token", token);
        }
        return visitor.context().request().post(office().portal(path), RequestOptions.create().setForm(form));
    }

    private long refusals() {
        try (var connection = office().running().database().owner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from yakuba.aud_entry where kind = 'REFUSAL'")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}

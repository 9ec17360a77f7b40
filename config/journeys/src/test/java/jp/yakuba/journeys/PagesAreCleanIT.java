package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import jp.yakuba.cards.SampleAccounts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("画面の検査")
class PagesAreCleanIT extends Journey {
    private static final String RESIDENT = SampleAccounts.RESIDENTS.get(0);
    private static final String FORGETFUL = SampleAccounts.RESIDENTS.get(1);

    private static final List<String> OPEN_TO_ALL = List.of("/", "/procedures", "/procedures?q=%E7%8A%AC", "/procedures?q=zzz",
            "/procedure/move-in", "/procedure/child-allowance", "/guide", "/guide/moving-in", "/about", "/accessibility", "/privacy",
            "/contact", "/notice-board", "/proof", "/preferences", "/sign-in", "/sign-in?why=ended&next=/my", "/sign-in?card=ACC-010", "/sign-in-code",
            "/sign-in-link", "/register", "/register-card?token=x", "/verify-mail", "/verify-mail?token=x", "/verify-mail?done=1",
            "/reset-password", "/reset-password?sent=1", "/reset-password?token=x", "/reset-password?done=1");
    private static final List<String> OF_A_RESIDENT = List.of("/", "/my", "/my/notices", "/account", "/account-profile",
            "/account-mail", "/account-password", "/account-second-factor", "/account-mandates", "/start?procedure=dog-change",
            "/start?procedure=move-in");

    @Test
    @DisplayName("住民のどの画面にも、どのことば、大きさ、幅、色でも、きずがなく、行き止まりもない。忘れた画面はない")
    void everyPageOfThePortalIsClean() {
        var life = office().once("pages of a life", () -> Life.of(visitor(DESK).signIn(RESIDENT), office()));
        var signing = Life.signing(office(), RESIDENT);
        var round = Round.ofThePortal(office());
        try (var beside = new BesideBrowser(office())) {
            var open = beside.begin(there -> roundOfAnybody(there.visitor(DESK)));
            var resident = visitor(DESK).signIn(RESIDENT);
            round.see(resident, OF_A_RESIDENT).see(resident, life).see(resident, signing)
                    .seeAfter(resident, Life.question(life), page -> page.locator("form#questions .y-btn--main").click())
                    .follow(resident);
            round.see(whoSentTooLate(), "/account-continue");
            round.add(BesideBrowser.result(open));
        }

        assertThat(round.views()).as("every view there is was inspected").isEqualTo(Views.ofThePortal());
        assertThat(round.findings()).isEmpty();
    }

    private Round roundOfAnybody(Visitor anybody) {
        return Round.ofThePortal(office()).see(anybody, OPEN_TO_ALL)
                .seeAfter(anybody, "/guide/moving-in", PagesAreCleanIT::answerToTheEnd)
                .seeAfter(anybody, "/register", page -> page.locator("#send").click())
                .seeAfter(anybody, "/proof", page -> page.locator("form#proof button").click())
                .seeAfter(anybody, "/proof", PagesAreCleanIT::bringNoEvidence)
                .seeError(anybody, "/nothing", 404).follow(anybody);
    }

    private static void bringNoEvidence(Page page) {
        page.setInputFiles("#file", new FilePayload("letter.asice", "application/zip", "no zip file".getBytes(StandardCharsets.UTF_8)));
        page.waitForNavigation(() -> page.locator("form#proof button").click());
    }

    @Test
    @DisplayName("職員のどの画面にも、どの大きさ、幅、色でも、きずがなく、行き止まりもない。忘れた画面はない")
    void everyPageOfTheOfficeIsClean() {
        office().once("pages of a life", () -> Life.of(visitor(DESK).signIn(RESIDENT), office()));
        var desks = office().once("desks", () -> Desks.of(this::visitor, office()));
        var round = Round.ofTheOffice(office());
        var stranger = visitor(DESK);
        round.see(stranger, List.of("/office/sign-in", "/office/sign-in-code"))
                .seeAfter(stranger, "/office/sign-in", page -> page.locator("#send").click());
        try (var beside = new BesideBrowser(office())) {
            var half = halfOf(desks);
            var others = beside.begin(there -> roundOf(desks.subList(half, desks.size()), there::visitor));
            round.add(roundOf(desks.subList(0, half), this::visitor));
            round.add(BesideBrowser.result(others));
        }
        round.see(clerkWhoSentTooLate(desks.get(0).number()), "/office/continue");
        round.seeError(visitor(DESK).signInAsStaff(desks.get(0).number()), "/office/application?id=" + UUID.randomUUID(), 404);

        assertThat(round.views()).as("every view there is was inspected").isEqualTo(Views.ofTheOffice());
        assertThat(round.findings()).isEmpty();
    }

    private Round roundOf(List<Desks.Desk> desks, IntFunction<Visitor> visitors) {
        var round = Round.ofTheOffice(office());
        for (var desk : desks) {
            var clerk = visitors.apply(DESK).signInAsStaff(desk.number());
            round.see(clerk, desk.pages());
            desk.deeds().forEach(deed -> round.seeAfter(clerk, deed.path(), deed.doing()));
            round.follow(clerk);
        }
        return round;
    }

    /** Up to which desk half of the pages lie. */
    private static int halfOf(List<Desks.Desk> desks) {
        int all = desks.stream().mapToInt(desk -> desk.pages().size() + desk.deeds().size()).sum();
        int count = 0;
        int half = 0;
        while (2 * count < all) {
            count += desks.get(half).pages().size() + desks.get(half).deeds().size();
            half++;
        }
        return half;
    }

    @Test
    @DisplayName("道案内のどの問いにも、きずがない")
    void everyQuestionOfTheGuideIsClean() {
        var findings = new ArrayList<String>();
        var visitor = visitor(PHONE);
        visitor.goTo("/guide");
        var guides = visitor.page().locator("main a[href^='/guide/']").evaluateAll("all => all.map(one => one.getAttribute('href'))");
        assertThat((List<?>) guides).isNotEmpty();
        for (var guide : (List<?>) guides) {
            var answer = visitor.goTo((String) guide);
            for (var step = 0; step < 20; step++) {
                findings.addAll(Inspection.of(visitor.page(), answer, guide + " question " + (step + 1)));
                if (!answerFirst(visitor.page())) {
                    break;
                }
                answer = null;
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    @DisplayName("ロビーの端末の画面と、職員の入口の短い住所")
    void theKioskIsCleanAndTheShortAddressOfTheStaffLeadsToTheirPages() {
        var kiosk = visitor(DESK).prefer("y_kiosk", "on");
        var findings = new ArrayList<>(Inspection.of(kiosk.page(), kiosk.goTo("/"), "kiosk /"));
        kiosk.signIn(RESIDENT);
        findings.addAll(Inspection.of(kiosk.page(), kiosk.goTo("/my"), "kiosk /my"));
        assertThat(findings).isEmpty();

        var clerk = visitor(DESK);
        for (var path : List.of("/", "/home")) {
            clerk.goToOffice(path);
            assertThat(clerk.page().url()).as(path).contains("/office/sign-in");
        }
    }

    private static void answerToTheEnd(Page page) {
        while (answerFirst(page)) {
            assertThat(page.url()).contains("/guide/");
        }
    }

    /** Takes the first answer; false if nothing is asked any more. */
    private static boolean answerFirst(Page page) {
        var choices = page.locator("main form input[type=radio], main form input[type=checkbox]");
        if (choices.count() == 0) {
            return false;
        }
        choices.first().check();
        page.locator("main .y-btn--main:visible").first().click();
        page.waitForLoadState();
        return true;
    }

    /** A clerk whose session ended before the sheet of the counter was sent, and who has come back. */
    private Visitor clerkWhoSentTooLate(String number) {
        var clerk = visitor(DESK).signInAsStaff(number);
        clerk.goToOffice("/office/counter?procedures=lifesaving-course");
        Sessions.endOfStaff(clerk, office(), number);
        clerk.page().locator("button[name=y_look]:visible").last().click();
        clerk.page().waitForURL("**/sign-in**");
        return clerk.signInAsStaff(number);
    }

    /** Somebody whose session ended before the page was sent, and who has come back: what was sent waits. */
    private Visitor whoSentTooLate() {
        var visitor = visitor(DESK).signIn(FORGETFUL);
        visitor.goTo("/account-profile");
        Sessions.end(visitor, office(), FORGETFUL);
        visitor.page().locator("#send").click();
        visitor.page().waitForURL("**/sign-in**");
        return visitor.signIn(FORGETFUL);
    }
}

package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.cards.SampleAccounts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("当てずっぽうと、なりすまし")
class GuessingIT extends Journey {
    private static final String HANAKO = SampleAccounts.RESIDENTS.get(0);
    private static final int BORNE = 5;
    private static final String PASSWORD = "さくらの咲く町で会う";
    private static final String WRONG = "かパスワードが合いません";
    private static final String LATER = "しばらく受け付けを止めています";

    @Test
    @DisplayName("五回まちがえると扉は閉じ、そのあいだは正しいパスワードでも開かない。いない人でも同じに見える。すべて記録に残る")
    void theDoorClosesAfterFiveFailuresWhetherOrNotTheAccountExists() {
        var known = registered();
        var unknown = UUID.randomUUID() + "@nobody.example";
        var refusals = Refusals.fromNow(office());

        for (var mail : List.of(known, unknown)) {
            for (var turn = 0; turn < BORNE; turn++) {
                var answer = Intruder.atPortal(office()).trySignIn(turn % 2 == 0 ? mail : mail.toUpperCase(), "wrong-" + turn);
                assertThat(answer.body()).as(mail).contains(WRONG);
            }
            var closed = Intruder.atPortal(office()).trySignIn(mail, PASSWORD);
            assertThat(closed.body()).as(mail).contains(LATER).doesNotContain(WRONG);
            assertThat(closed.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("yakuba_portal="));
        }

        assertThat(refusals.written()).filteredOn(line -> line.deed().equals("account.sign-in")).hasSize(2 * BORNE);
        assertThat(refusals.written()).filteredOn(line -> line.deed().equals("account.closed-door")).hasSize(2);
        assertThat(refusals.written().toString()).as("no address in the log").doesNotContain(unknown).doesNotContain(known);
    }

    /** Opens an account as anybody would, by the link in the mail. */
    private String registered() {
        var mail = "guess-" + UUID.randomUUID() + "@resident.example";
        asksForAccount(mail);
        var link = awaitLink(mail);
        var browser = Intruder.atPortal(office());
        browser.post(link, browser.filled(link, Map.of("send", "send")));
        return mail;
    }

    private HttpResponse<String> asksForAccount(String mail) {
        var browser = Intruder.atPortal(office());
        return browser.post("/register", browser.filled("/register",
                Map.of("mail", mail, "displayName", "当てられる人", "password", PASSWORD, "send", "send")));
    }

    private String awaitLink(String mail) {
        var deadline = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < deadline) {
            for (var letter : office().running().mail().to(mail)) {
                var found = java.util.regex.Pattern.compile("(/verify-mail\\?token=[A-Za-z0-9_-]+)").matcher(letter.text());
                if (found.find()) {
                    return found.group(1);
                }
            }
            sleep();
        }
        throw new AssertionError("No mail came to " + mail);
    }

    private static void sleep() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @DisplayName("登録しても、パスワードを忘れたと言っても、その人がいるかどうかは分からない")
    void registeringAndResettingTellNothingAboutOthers() {
        var unknown = UUID.randomUUID() + "@nobody.example";

        assertSame(asksForAccount(HANAKO), asksForAccount(unknown));
        assertSame(forgets(HANAKO), forgets("other-" + unknown));
    }

    private HttpResponse<String> forgets(String mail) {
        var browser = Intruder.atPortal(office());
        return browser.post("/reset-password", browser.filled("/reset-password", Map.of("mail", mail, "send", "send")));
    }

    private static void assertSame(HttpResponse<String> one, HttpResponse<String> other) {
        assertThat(one.statusCode()).isEqualTo(other.statusCode()).isEqualTo(302);
        assertThat(one.headers().firstValue("Location")).isEqualTo(other.headers().firstValue("Location"));
    }

    @Test
    @DisplayName("台帳と結びついた利用者に、もっと不確かな入り方で、ほかの人のカードを付けることはできない")
    void aStrangersCardIsNoWayIntoALinkedAccount() {
        var mail = registered();
        office().ask("insert into yakuba.acc_link (id, account_id, person_id, how, linked_at) select gen_random_uuid(), id,"
                + " gen_random_uuid(), 'COUNTER', now() from yakuba.acc_account where mail = '" + mail + "' returning id");
        var intruder = Intruder.atPortal(office());
        intruder.trySignIn(mail, PASSWORD);
        var refusals = Refusals.fromNow(office());

        var away = intruder.get("/card/start").headers().firstValue("Location").orElseThrow();
        var home = intruder.get(ShownCard.pathOf(ShownCard.of(office(), "resident-2").at(away)));

        assertThat(home.headers().firstValue("Location").orElseThrow()).contains("/sign-in?card=ACC-018");
        assertThat(office().ask("select count(*) from yakuba.acc_card c join yakuba.acc_account a on a.id = c.account_id"
                + " where a.mail = '" + mail + "'")).isEqualTo("0");
        assertThat(refusals.written()).anyMatch(line -> line.deed().equals("account.card.add"));
    }

    @Test
    @DisplayName("断られたサインインは、運用の記録を騒がせない")
    void aRefusedSignInMakesNoNoiseInTheLog() throws IOException {
        Intruder.atPortal(office()).trySignIn(UUID.randomUUID() + "@nobody.example", "wrong");

        var log = office().running().settings().home().resolve("logs/console.log");
        assertThat(Files.readString(log)).doesNotContain("have been enqueued");
    }

    @Test
    @DisplayName("持ち込まれたしるしは、サインインの後では使えない")
    void aSessionThatWasBroughtAlongIsWorthNothingAfterSignIn() {
        var browser = Intruder.atPortal(office());
        browser.cookies().put("yakuba_portal", "fixed-by-somebody");
        browser.signIn(HANAKO);

        assertThat(browser.cookies().get("yakuba_portal")).isNotEqualTo("fixed-by-somebody").hasSizeGreaterThan(40);
        var other = Intruder.atPortal(office());
        other.cookies().put("yakuba_portal", "fixed-by-somebody");
        assertThat(other.get("/my").statusCode()).isEqualTo(303);
        var before = browser.cookies().get("yakuba_portal");
        browser.get("/sign-out");
        other.cookies().put("yakuba_portal", before);
        assertThat(other.get("/my").statusCode()).as("signed out on the server too").isEqualTo(303);
    }

    @Test
    @DisplayName("住所に改行や別の宛先を書いても、メールの頭には入らない")
    void nothingTypedGetsIntoTheHeadOfAMail() {
        var before = office().running().mail().all().size();
        for (var typed : List.of("x@resident.example\r\nBcc: victim@evil.example", "x@resident.example, victim@evil.example",
                "x@resident.example\u0000", "<script>@resident.example")) {
            var answer = asksForAccount(typed);
            assertThat(answer.statusCode()).as(typed).isIn(200, 400);
        }
        var name = "見出し\r\nBcc: victim@evil.example";
        var mail = "head-" + UUID.randomUUID() + "@resident.example";
        var browser = Intruder.atPortal(office());
        browser.post("/register", browser.filled("/register",
                Map.of("mail", mail, "displayName", name, "password", PASSWORD, "send", "send")));
        sleep();

        assertThat(office().running().mail().all().stream().limit(Math.max(0, office().running().mail().all().size() - before)))
                .noneMatch(letter -> letter.to().contains("evil.example"));
        assertThat(office().ask("select count(*) from yakuba.ntf_delivery where address like '%evil%'"
                + " or address like '%script%'")).isEqualTo("0");
    }
}

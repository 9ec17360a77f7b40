package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jp.yakuba.cards.SampleAccounts;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("入口の守り")
class DoorsIT extends Journey {
    private static final String HANAKO = SampleAccounts.RESIDENTS.get(0);
    private static final List<String> INSIDE = List.of("\tat ", "at jp.yakuba", "java.lang.", "Exception", "WFLY", "UT0",
            "io.undertow",
            "org.hibernate", "PSQL");

    @ParameterizedTest(name = "{0}")
    @DisplayName("どこにも名のない住所は、だれにとっても「見つかりません」")
    @ValueSource(strings = {"/nothing", "/nothing/else", "/home.xhtml", "/my.xhtml", "/index.jsp", "/.git/config", "/metrics",
            "/management", "/console", "/OFFICE/inbox", "/office%2finbox", "/guide/../../etc/passwd", "/procedures/nothing", "/about/nothing"})
    void anUnknownAddressIsNotFound(String path) {
        var signedIn = Intruder.atPortal(office()).signIn(HANAKO);

        for (var answer : List.of(Intruder.atPortal(office()).get(path), signedIn.get(path))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("画面が見つかりません");
        }
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("書き方を変えても、住民の入口から職員の入口には回れない")
    @ValueSource(strings = {"/office/sign-in", "/%6fffice/sign-in", "//office/sign-in", "/./office/sign-in",
            "/x/../office/sign-in",
            "/assets/../office/sign-in", "/assets/%2e%2e/office/sign-in", "/assets/..;/office/sign-in", "/office;x=1/sign-in",
            "/%6fffice/inbox", "/assets/x/../../office/inbox"})
    void noSpellingLeadsFromThePortalToTheOffice(String path) {
        var refusals = Refusals.fromNow(office());

        var answer = Intruder.atPortal(office()).signIn(HANAKO).get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).doesNotContain("shokuin").doesNotContain("職員のサインイン");
        if (!path.contains("..;")) {
            assertThat(refusals.written()).anyMatch(line -> line.deed().equals("web.refused") && line.actor().equals("RESIDENT"));
        }
    }

    @Test
    @DisplayName("住民のしるしで職員の画面を、職員のしるしで住民の画面を開こうとしたことは、記録に残る")
    void aSessionOfTheOtherZoneIsSentAwayAndWrittenDown() {
        var refusals = Refusals.fromNow(office());
        var resident = Intruder.atOffice(office());
        resident.cookies().put("yakuba_office", Intruder.atPortal(office()).signIn(HANAKO).cookies().get("yakuba_portal"));
        var clerk = Intruder.atPortal(office());
        clerk.cookies().put("yakuba_portal", Intruder.atOffice(office()).signInAsStaff(clerk()).cookies().get("yakuba_office"));

        assertThat(resident.get("/office/inbox").statusCode()).isEqualTo(303);
        assertThat(clerk.get("/my").statusCode()).isEqualTo(303);

        assertThat(refusals.written()).filteredOn(line -> line.reason().equals("other zone")).extracting(Refusals.Line::actor)
                .containsExactly("RESIDENT", "STAFF");
    }

    @Test
    @DisplayName("職員でも、その役でない画面は開かず、記録に残る")
    void aPageOfAnotherRoleIsRefusedAndWrittenDown() {
        var refusals = Refusals.fromNow(office());
        var clerk = Intruder.atOffice(office()).signInAsStaff(clerk());

        assertThat(clerk.get("/office/audit").statusCode()).isEqualTo(403);
        assertThat(clerk.get("/office/messages").statusCode()).isEqualTo(403);
        assertThat(clerk.get("/office/procedure-new").statusCode()).isEqualTo(403);
        assertThat(clerk.get("/office/procedure.json?code=move-in&from=2025-01-01").statusCode()).as("a file").isEqualTo(403);

        assertThat(refusals.written()).filteredOn(line -> line.reason().equals("role")).hasSize(4);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("リンクや別の言い方で、よその人が書いた様式を送らせることはできない")
    @ValueSource(strings = {"GET /account-profile", "HEAD /account-profile", "PUT /account-profile", "POST /account-profile",
            "POST /api/../account-profile", "POST /api/%2e%2e/account-profile", "POST /api/..;/account-profile",
            "POST /account-profile;x"})
    void aFormCannotBeSentInSomebodysName(String line) {
        var words = line.split(" ");
        var refusals = Refusals.fromNow(office());
        var resident = Intruder.atPortal(office()).signIn(HANAKO);
        var fields = resident.filled("/account-profile", Map.of("displayName", "だまされた人", "language", "ja", "send", "send"));
        fields.remove("y_token");
        var form = Intruder.encoded(fields);

        var answer = words[0].equals("POST") || words[0].equals("PUT")
                ? resident.send(words[0], words[1], BodyPublishers.ofString(form),
                        Map.of("Content-Type", "application/x-www-form-urlencoded"))
                : resident.send(words[0], words[1] + "?" + form, BodyPublishers.noBody(), Map.of());

        assertThat(answer.statusCode()).isBetween(400, 405);
        assertThat(resident.get("/account-profile").body()).doesNotContain("だまされた人");
        if (answer.statusCode() == 403) {
            assertThat(refusals.written()).anyMatch(refusal -> refusal.reason().equals("foreign form"));
        }
    }

    @Test
    @DisplayName("画面が知らない動詞は断る")
    void verbsThatNoPageKnowsAreRefused() {
        var resident = Intruder.atPortal(office()).signIn(HANAKO);

        for (var verb : List.of("TRACE", "PUT", "DELETE", "OPTIONS")) {
            for (var path : List.of("/home", "/my", "/account-profile")) {
                assertThat(resident.send(verb, path, BodyPublishers.noBody(), Map.of()).statusCode()).as(verb + " " + path)
                        .isBetween(400, 405);
            }
        }
    }

    @Test
    @DisplayName("プログラムには、断りも見つからないことも problem+json で答える")
    void programsAreToldInProblemJson() {
        var stranger = Intruder.atPortal(office());
        var resident = Intruder.atPortal(office()).signIn(HANAKO);
        var paper = "/api/my/applications/" + UUID.randomUUID() + "/form.pdf";

        mustBeProblem(stranger.get(paper), 401);
        mustBeProblem(resident.get(paper), 404);
        mustBeProblem(resident.get("/api/my/applications/x/form.pdf"), 404);
        mustBeProblem(stranger.get("/api/nothing"), 404);
        mustBeProblem(stranger.get("/api/procedures/none"), 404);
        mustBeProblem(stranger.get("/api/procedures/none/form"), 404);
        mustBeProblem(stranger.get("/api/procedures?q=%00"), 400);
        mustBeProblem(stranger.send("PUT", "/api/procedures", BodyPublishers.ofString("{}"), Map.of()), 405);
        mustBeProblem(stranger.send("POST", "/api/my/anything", BodyPublishers.ofString("<"),
                Map.of("Content-Type", "text/xml")), 401);
    }

    @Test
    @DisplayName("公開した様式は、だれでもデータで受け取れる")
    void aPublishedFormIsOpenToEverybody() {
        var form = Intruder.atPortal(office()).get("/api/procedures/dog-change/form");

        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("\"procedure\"").contains("dog-change");
    }

    private static void mustBeProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.uri().getPath()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("urn:yakuba:problem:").contains("\"status\":" + status);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("道しるべは、この役場の外へは向かない")
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "/%09/evil.example", "/%5cevil.example",
            "%68ttps://evil.example", "javascript:alert(1)", "\\\\evil.example", "/%0d%0aLocation:%20https://evil.example"})
    void noSignpostLeadsOutOfTheOffice(String target) {
        var way = target.replace("\\", "%5C");
        var stranger = Intruder.atPortal(office());

        assertThat(locationOf(stranger.get("/preferences/set?y_lang=ja&back=" + way))).doesNotContain("evil")
                .doesNotContain("script");
        var typed = Map.of("mail", HANAKO, "password", SampleAccounts.RESIDENT_PASSWORD, "send", "send");
        var page = "/sign-in?next=" + way;
        assertThat(locationOf(stranger.post(page, stranger.filled(page, typed)))).isNotEmpty().doesNotContain("evil")
                .doesNotContain("script");
    }

    private static String locationOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://localhost:\\d+", "")
                .replaceFirst("^/sign-in\\?next=.*", "/sign-in");
    }

    @Test
    @DisplayName("どの画面も、よその画面の中に入らず、よその命令を動かさない")
    void pagesProtectTheirReaders() {
        var clerk = Intruder.atOffice(office()).signInAsStaff(clerk());
        var resident = Intruder.atPortal(office()).signIn(HANAKO);

        Stream.of(clerk.get("/office/inbox"), clerk.get("/office/residents"), resident.get("/my"), resident.get("/home"),
                resident.get("/nothing"))
                .forEach(answer -> {
                    assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
                    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
                    var policy = String.join(" ", answer.headers().allValues("Content-Security-Policy"));
                    assertThat(policy).as(answer.uri().getPath()).contains("frame-ancestors 'none'")
                            .contains("object-src 'none'");
                    assertThat(policy.replaceAll("style-src[^;]*", "")).doesNotContain("unsafe");
                });
    }

    @Test
    @DisplayName("よその命令を止める決まりは、職員の画面そのものを妨げない")
    void thePolicyDisturbsNoPageOfStaff() {
        var complaints = new ArrayList<String>();
        for (var number : Staff.oneOfEachRole(office().running().database().owner())) {
            var somebody = staff(number);
            somebody.page().onConsoleMessage(said -> {
                if (said.text().contains("Content Security Policy")) {
                    complaints.add(somebody.page().url() + ": " + said.text());
                }
            });
            STAFF_PAGES.forEach(somebody::goToOffice);
        }
        assertThat(complaints).isEmpty();
    }

    @Test
    @DisplayName("どんなに悪い頼み方をしても、役場の中身は見えず、倒れもしない")
    void badRequestsShowNothingOfTheInside() {
        var wrong = new SoftAssertions();
        var clerk = Intruder.atOffice(office()).signInAsStaff(clerk());
        var resident = Intruder.atPortal(office()).signIn(HANAKO);
        BAD_PORTAL.forEach(path -> mustBeQuiet(wrong, resident.get(path)));
        BAD_OFFICE.forEach(path -> mustBeQuiet(wrong, clerk.get(path)));
        mustBeQuiet(wrong, resident.send("GET", "/my", BodyPublishers.noBody(), Map.of("Accept-Language", "x".repeat(5000))));
        mustBeQuiet(wrong, resident.send("GET", "/sign-in", BodyPublishers.noBody(), Map.of("User-Agent", "x".repeat(20_000))));
        mustBeQuiet(wrong, resident.send("POST", "/my", BodyPublishers.ofByteArray(new byte[] {(byte) 0xff, '=', (byte) 0xfe}),
                Map.of("Content-Type", "application/x-www-form-urlencoded")));
        mustBeQuiet(wrong, resident.send("POST", "/my", BodyPublishers.ofString("--x"),
                Map.of("Content-Type", "multipart/form-data; boundary=y")));
        mustBeQuiet(wrong, resident.send("POST", "/my", BodyPublishers.ofString("--x"),
                Map.of("Content-Type", "multipart/form-data")));
        var draft = Applicant.begins(resident, "dog-change").draft() + "/applicant";
        BAD_BUTTONS.forEach(button -> mustBeQuiet(wrong, resident.post(draft, resident.filled(draft, button))));
        wrong.assertAll();
    }

    private static void mustBeQuiet(SoftAssertions wrong, HttpResponse<String> answer) {
        var line = answer.request().method() + " " + answer.uri();
        wrong.assertThat(answer.statusCode()).as(line).isBetween(200, 499);
        wrong.assertThat(INSIDE).as(line).noneMatch(answer.body()::contains);
    }

    private String clerk() {
        return holder("examiner", "residents");
    }

    private static final List<String> STAFF_PAGES = List.of("/office/inbox", "/office/residents", "/office/counter",
            "/office/counter?procedures=dog-change", "/office/statistics", "/office/tasks", "/office/approvals", "/office/approvals?kind=OVERDUE", "/office/absences", "/office/forms",
            "/office/form?procedure=dog-change", "/office/audit", "/office/messages");
    private static final List<Map<String, String>> BAD_BUTTONS = Stream.of("x", "a.b", ".", "", "dog.dogs.", "dog.dogs.-1",
            "dog.dogs.99999999999", "dog.dogs.7", "<script>.1").flatMap(value -> Stream.of("y_remove", "y_add", "y_detach",
                    "y_complete", "y_upload", "y_switch", "y_later").map(name -> Map.of(name, value))).toList();
    private static final List<String> BAD_PORTAL = List.of("/draft/%00", "/draft/x/y/z", "/my/%00", "/my/application/%ff",
            "/procedure/%00",
            "/procedure/%ff%fe", "/procedures?q=%00", "/procedures?q=%ff%fe", "/procedures?q=%25%25%25", "/procedures?q="
                    + "a".repeat(7000),
            "/procedures?q=%27%29%3B--", "/procedures?q=%f0%9f%90%95", "/procedures?q=%ed%a0%80", "/procedures?event=%00",
                    "/procedures?section=%00",
            "/guide/%00", "/guide/moving-in?from=%00", "/guide/moving-in?y_asked=%3Cscript%3E", "/start?procedure=%00",
                    "/start?procedure=none",
            "/start?mandate=x", "/start", "/verify-mail?token=%00", "/reset-password?token=%ff", "/register-card?token=%00",
                    "/sign/%00", "/sign/x",
            "/card/home?token=%00", "/preferences?back=%00", "/preferences/set?back=%00", "/my/notices/%00", "/my/done/x",
                    "/account?done=%00",
            "/api/procedures?q=%25", "/api/postal/%00", "/api/procedures/%2e%2e/x", "/status/%00", "/help/%00", "/my?x="
                    + "y=1&".repeat(900));
    private static final List<String> BAD_OFFICE = List.of("/office/inbox?state=NO-SUCH-STATE", "/office/inbox?page=x",
            "/office/inbox?page=-1",
            "/office/inbox?page=2147483647", "/office/inbox?page=99999999999", "/office/inbox?words=%00",
                    "/office/inbox?words=%25",
            "/office/inbox?procedure=%27", "/office/application", "/office/application?id=x", "/office/application?id="
                    + new UUID(0, 0),
            "/office/application?id=%00", "/office/proposal", "/office/proposal?id=x", "/office/proposal?id=" + new UUID(0, 0),
                    "/office/resident",
            "/office/resident?id=x", "/office/resident?id=" + new UUID(0, 0), "/office/residents?page=x",
                    "/office/statistics?from=x&until=y",
            "/office/statistics?from=0001-01-01&until=9999-12-31",
                    "/office/statistics?from=-999999999-01-01&until=%2B999999999-12-31",
            "/office/form", "/office/form?procedure=%3Cscript%3E", "/office/counter?procedures=none",
                    "/office/counter?procedures=%00",
            "/office/file", "/office/file?application=x&id=y", "/office/application.pdf", "/office/application.pdf?id="
                    + new UUID(0, 0), "/office/notice.pdf", "/office/notice.pdf?id=" + new UUID(0, 0),
            "/office/approvals?kind=%00", "/office/approvals?kind=x&page=-1", "/office/approvals?done=%3Cscript%3E", "/office/delegation?id=x",
            "/office/delegations?on=x", "/office/delegations.csv", "/office/delegations.csv?on=%00",
            "/office/nothing", "/office/inbox/more/../../%00", "/office/records?page=x", "/office/records?asked=%00",
            "/office/records?state=XYZ&book=%00", "/office/search-records?section=%00&direction=%00&from=x&state=x",
            "/office/search-records?direction=IN&behind=x", "/office/search-records?open=x", "/office/search-records.csv",
            "/office/search-records?from=-999999999-01-01&until=%2B999999999-12-31", "/office/search-records.csv?direction=%00",
            "/office/record", "/office/record?id=x", "/office/record?id=" + new UUID(0, 0), "/office/record-file?id=x",
            "/office/record-file?record=" + new UUID(0, 0) + "&file=x", "/office/records.csv?year=x", "/office/records.csv?dossier=x",
            "/office/records.csv?section=none", "/office/filing.csv?year=x", "/office/filing.csv?section=none&year=1",
            "/office/filing?section=none&year=x", "/office/filing?year=1000", "/office/filing?year=0001", "/office/records?year=1",
            "/office/records?year=-1", "/office/dossier?section=general&year=1000", "/office/filing?year=99999999999", "/office/dossier?id=x",
            "/office/dossier?id=" + new UUID(0, 0), "/office/dossier?section=none&year=1", "/office/reading?page=-1",
            "/office/imports", "/office/import", "/office/import?id=x", "/office/import?id=" + new UUID(0, 0) + "&after=x.y", "/office/import-faults.csv",
            "/office/import-faults.csv?id=x", "/office/import-faults.csv?id=" + new UUID(0, 0),
            "/office/receive?section=none", "/office/delegations.csv", "/office/delegations.csv?on=x", "/office/reorganisation.csv",
            "/office/reorganisation.csv?day=x", "/office/appointments.csv",
            "/office/appointments.csv?on=x", "/office/appointments?on=%2B999999999-12-31",
            "/office/workload?from=x&until=y", "/office/workload?from=0001-01-01&until=9999-12-31");
}

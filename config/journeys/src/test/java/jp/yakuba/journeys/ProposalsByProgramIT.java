package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.cards.SampleAccounts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("プログラムからの決裁")
class ProposalsByProgramIT extends Journey {
    private static final String TITLE = "プログラムで決裁する照会";
    private static final String FORM = "application/x-www-form-urlencoded";

    @Test
    @DisplayName("一覧、起案、承認、差戻し。開いたことも承認も監査に残り、経過の連鎖は切れない")
    void aProposalIsReadApprovedAndSentBack() {
        var id = propose();
        var lead = Intruder.atOffice(office()).signInAsStaff(post("agriculture-lead-1"));

        assertThat(lead.get("/api/office/proposals").body()).contains(TITLE).contains(id);
        var sheet = lead.get("/api/office/proposals/" + id);
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.body()).contains("\"version\":0").contains("\"APPROVE\"").contains("\"state\":\"WAITING\"");
        assertThat(post(lead, id + "/approval", "{\"version\":0,\"comment\":\"結構です。\"}").statusCode()).isEqualTo(204);
        assertThat(lead.get("/api/office/proposals/" + id + "/history").body()).contains("AGREED").contains("結構です。");
        mustBeProblem(post(lead, id + "/approval", "{\"version\":1}"), 403, "APV-002");

        var chief = Intruder.atOffice(office()).signInAsStaff(post("agriculture-chief"));
        mustBeProblem(post(chief, "approvals", "{\"ids\":[\"" + id + "\"]}"), 200, "APV-021");
        mustBeProblem(post(chief, id + "/approval", "{\"version\":9}"), 409, "APV-004");
        mustBeProblem(post(chief, id + "/return", "{\"version\":1}"), 422, "APV-008");
        assertThat(chief.get("/api/office/proposals/" + id).body()).contains("\"version\":1");
        assertThat(post(chief, id + "/return", "{\"version\":1,\"comment\":\"期日を改めてください。\"}").statusCode()).isEqualTo(204);

        assertThat(office().ask("select string_agg(deed, ' ' order by occurred_at) from yakuba.aud_entry where object_id = ?", id))
                .contains("approval.view approval.agreed").contains("approval.sent-back");
        assertThat(office().ask("select state from yakuba.apv_proposal where id::text = ?", id)).isEqualTo("SENT_BACK");
    }

    @Test
    @DisplayName("何件かを一度に承認し、開いていないものは理由とともに残る")
    void severalAreApprovedAtOnce() {
        var opened = propose();
        var unopened = propose();
        var lead = Intruder.atOffice(office()).signInAsStaff(post("agriculture-lead-1"));
        lead.get("/api/office/proposals/" + opened);

        var answer = post(lead, "approvals", "{\"ids\":[\"" + opened + "\",\"" + unopened + "\"]}").body();

        assertThat(answer).contains("\"approved\":true").contains("\"approved\":false").contains("APV-021");
    }

    @Test
    @DisplayName("サインインしていない人、住民、関わりのない職員、住民の入口からは使えない")
    void othersAreRefused() {
        var id = propose();
        var approval = id + "/approval";

        mustBeProblem(Intruder.atOffice(office()).get("/api/office/proposals/" + id), 401, "http-401");
        assertThat(post(Intruder.atOffice(office()), approval, "{\"version\":0}").statusCode()).isEqualTo(401);
        var resident = Intruder.atPortal(office()).signIn(SampleAccounts.RESIDENTS.get(0));
        assertThat(resident.get("/api/office/proposals").statusCode()).isBetween(403, 404);
        assertThat(post(resident, approval, "{\"version\":0}").statusCode()).isBetween(403, 404);
        var stranger = Intruder.atOffice(office()).signInAsStaff(post("child-clerk-1"));
        mustBeProblem(stranger.get("/api/office/proposals/" + id), 404, "APV-001");
        mustBeProblem(post(stranger, approval, "{\"version\":0}"), 404, "APV-001");
        assertThat(office().ask("select count(*)::text from yakuba.apv_event where proposal_id::text = ?", id)).isEqualTo("1");
    }

    @Test
    @DisplayName("よその画面の様式からは送れない")
    void aFormOfAForeignPageIsRefused() {
        var id = propose();
        var lead = Intruder.atOffice(office()).signInAsStaff(post("agriculture-lead-1"));
        var address = "/api/office/proposals/" + id + "/approval";

        for (var type : new String[] {FORM, "text/plain", "multipart/form-data; boundary=x"}) {
            assertThat(lead.send("POST", address, BodyPublishers.ofString("{\"version\":0}"), Map.of("Content-Type", type)).statusCode())
                    .as(type).isBetween(400, 415);
        }
        assertThat(lead.send("POST", address, BodyPublishers.ofString("{\"version\":0}"),
                Map.of("Content-Type", "application/json", "Sec-Fetch-Site", "cross-site")).statusCode()).isEqualTo(403);
        assertThat(office().ask("select count(*)::text from yakuba.apv_event where proposal_id::text = ?", id)).isEqualTo("1");
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("読めない求めには、内側を見せずに断る")
    @ValueSource(strings = {"", "{", "[]", "null", "{}", "{\"version\":null}", "{\"version\":-1}", "{\"version\":\"x\"}",
            "{\"version\":0,\"comment\":\"\\u0000\"}", "{\"version\":0,\"comment\":1}", "{\"version\":1.5}", "{\"version\":99999999999999999999}"})
    void whatCannotBeReadIsRefused(String body) {
        var lead = Intruder.atOffice(office()).signInAsStaff(post("agriculture-lead-1"));

        var answer = post(lead, UUID.randomUUID() + "/approval", body);

        mustBeProblem(answer, 400, "urn:yakuba:problem:");
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("jakarta").doesNotContain("yasson");
    }

    /** Somebody of the section proposes a letter; its id. */
    private String propose() {
        var clerk = staff(post("agriculture-clerk-1"));
        var draft = Drafter.of(clerk).begin(null, "answer");
        Drafter.of(clerk).write(draft, TITLE, "照会します。");
        clerk.goToOffice("/office/draft?id=" + draft);
        clerk.page().waitForNavigation(() -> clerk.page().locator("#proposeDo").click());
        clerk.leave();
        return office().ask("select id::text from yakuba.apv_proposal where subject_id::text = ?", draft);
    }

    private static HttpResponse<String> post(Intruder who, String path, String json) {
        return who.send("POST", "/api/office/proposals/" + path, BodyPublishers.ofString(json), Map.of("Content-Type", "application/json"));
    }

    private static void mustBeProblem(HttpResponse<String> answer, int status, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }
}

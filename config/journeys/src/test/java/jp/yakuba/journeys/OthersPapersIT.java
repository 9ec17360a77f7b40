package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.yakuba.cards.SampleAccounts;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("ほかの人の書類")
class OthersPapersIT extends Journey {
    private static final String HANAKO = SampleAccounts.RESIDENTS.get(0);
    private static final String TARO = SampleAccounts.RESIDENTS.get(1);

    /** The smallest picture there is. */
    static final byte[] PICTURE = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Test
    @DisplayName("番号を知っていても、ほかの住民には申請も控えも添付も通知も見つからず、変えることもできず、試みはすべて記録に残る")
    void anotherResidentFindsNothingByNumberAndEveryTryIsRecorded() {
        var owner = Intruder.atPortal(office()).signIn(HANAKO);
        var bundle = sendsWithPicture(owner).substring("/my/done/".length());
        var application = office().ask("select id from yakuba.apl_application where bundle_id = '" + bundle + "'");
        var file = office().ask("select id from yakuba.apl_attachment where bundle_id = '" + bundle + "'");
        var notice = office().ask("select id from yakuba.ntf_notice where once_key = 'bundle:" + bundle + ":arrived'");
        assertThat(owner.get("/my/notices/" + notice).statusCode()).as("its owner may").isEqualTo(200);
        assertThat(owner.get("/api/my/applications/" + application + "/form.pdf").body()).startsWith("%PDF");
        assertThat(owner.get("/api/my/applications/" + application + "/files/" + file).body()).contains("PNG");
        var stranger = Intruder.atPortal(office()).signIn(TARO);

        mustBeRefused("/my/" + bundle, stranger);
        mustBeRefused("/my/done/" + bundle, stranger);
        for (var page : List.of("", "/correct", "/withdraw")) {
            mustBeRefused("/my/application/" + application + page, stranger);
        }
        for (var paper : List.of("/form.pdf", "/notice.pdf", "/files/" + file)) {
            mustBeRefused("/api/my/applications/" + application + paper, stranger);
        }
        mustBeRefused("/my/notices/" + notice, stranger);
        mustBeRefusedPost("/my/application/" + application, stranger, Map.of("y_withdraw", "on", "y_version", "1"));
        mustBeRefusedPost("/my/application/" + application, stranger, Map.of("y_reuse", "on"));
        assertThat(office().ask("select state from yakuba.apl_application where id = '" + application + "'"))
                .isNotEqualTo("WITHDRAWN");
    }

    @Test
    @DisplayName("ほかの人の下書きには、書くことも、添付することも、出すことも、捨てることもできない")
    void anothersDraftCannotBeTouched() {
        var owner = Intruder.atPortal(office()).signIn(HANAKO);
        var draft = Applicant.begins(owner, "dog-change").answers(Applicant.DOG).draft();
        var before = answersOf(draft);
        var stranger = Intruder.atPortal(office()).signIn(TARO);

        mustBeRefusedPost(draft + "/applicant", stranger, Map.of("applicant.phone", "000", "y_next", "on"));
        mustBeRefusedPost(draft + "/applicant", stranger, Map.of("applicant.phone", "000", "y_autosave", "on"));
        mustBeRefusedPost(draft + "/check", stranger, Map.of("y_send", "on", "y_once", "x"));
        mustBeRefusedPost(draft + "/check", stranger, Map.of("y_discard", "on"));
        mustBeRefusedPost(draft, stranger, Map.of("y_discard", "on"));

        assertThat(answersOf(draft)).isEqualTo(before);
    }

    @Test
    @DisplayName("受けていない委任では、だれの代わりもできない")
    void aMandateOfOthersServesNobody() {
        var owner = Intruder.atPortal(office()).signIn(HANAKO);
        var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        var page = "/account-mandates";
        var offer = owner.filled(page, Map.of("mail", TARO, "offerForm", "offerForm", "send", "send",
                "from", today.toString(), "until", today.plusMonths(1).toString()));
        offer.keySet().removeIf(name -> List.of("givenForm", "receivedForm").contains(name));
        owner.post(page, offer);
        var mandate = office().ask("select id from yakuba.acc_mandate order by created_at desc limit 1");
        var agent = Intruder.atPortal(office()).signIn(TARO);

        for (var one : List.of(owner, agent)) {
            mustBeRefusedPost("/start?procedure=dog-change", one, Map.of("y_procedure", "dog-change", "y_mandate", mandate));
        }
        assertThat(startedWith(agent, "no-id").statusCode()).isEqualTo(404);
        assertThat(startedWith(agent, UUID.randomUUID().toString()).statusCode()).isBetween(400, 499);
    }

    @Test
    @DisplayName("職員でも、ほかの課の申請は、画面でも控えでも添付でも決裁でも見つからない")
    void staffOfAnotherSectionFindNothing() {
        var owner = Intruder.atPortal(office()).signIn(HANAKO);
        var bundle = sendsWithPicture(owner).substring("/my/done/".length());
        var application = office().ask("select id from yakuba.apl_application where bundle_id = '" + bundle + "'");
        var file = office().ask("select id from yakuba.apl_attachment where bundle_id = '" + bundle + "'");
        var clerk = Intruder.atOffice(office()).signInAsStaff(
                holder("examiner", "residents"));

        mustBeRefused("/office/application?id=" + application, clerk);
        mustBeRefused("/office/application.pdf?id=" + application, clerk);
        mustBeRefused("/office/notice.pdf?id=" + application, clerk);
        mustBeRefused("/office/file?application=" + application + "&id=" + file, clerk);
    }

    private String sendsWithPicture(Intruder owner) {
        var applicant = Applicant.begins(owner, "house-demolition").answers(Applicant.HOUSE);
        applicant.attaches("building", "house-demolition.photo", "跡地.png", () -> new ByteArrayInputStream(PICTURE));
        return applicant.sends().orElseThrow();
    }

    private HttpResponse<String> startedWith(Intruder browser, String mandate) {
        var page = "/start?procedure=dog-change";
        return browser.post(page, browser.filled(page, Map.of("y_procedure", "dog-change", "y_mandate", mandate)));
    }

    private String answersOf(String draft) {
        return office().ask("select answers::text from yakuba.apl_draft where id = '" + draft.substring("/draft/".length())
                + "'");
    }

    private void mustBeRefused(String path, Intruder stranger) {
        var refusals = Refusals.fromNow(office());
        judge(path, stranger.get(path), refusals);
    }

    private void mustBeRefusedPost(String path, Intruder stranger, Map<String, String> typed) {
        var fields = stranger.filled("/preferences", typed);
        fields.put("y_token", stranger.filled("/account-profile", Map.of()).get("y_token"));
        var refusals = Refusals.fromNow(office());
        judge(path + " " + typed, stranger.post(path, fields), refusals);
    }

    private static void judge(String what, HttpResponse<String> answer, Refusals refusals) {
        var wrong = new SoftAssertions();
        wrong.assertThat(answer.statusCode()).as(what).isIn(403, 404);
        wrong.assertThat(answer.body()).as(what)
                .doesNotContain("山田　花子").doesNotContain("やまだ");
        wrong.assertThat(refusals.written()).as("recorded: " + what).isNotEmpty();
        wrong.assertAll();
    }
}

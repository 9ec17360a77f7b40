package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.yakuba.cards.CardSigner;
import jp.yakuba.cards.SampleIdentities;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("代理人が署名して出す")
class AgentIT extends Journey {
    private static final String PRINCIPAL = "resident-3";
    private static final String AGENT = "resident-2";
    private static final Pattern DRAFT = Pattern.compile("/draft/[0-9a-f-]{36}");
    private static final Pattern DIGEST = Pattern.compile("id=\"digest\">([0-9a-f]{64})<");

    @Test
    @DisplayName("署名のいる手続も代理で出せる。署名するのは代理人で、申請は委任した人のもの。委任した人のカードで代理人は署名できない")
    void theAgentSignsForThePrincipal() {
        var principal = accountOf(ShownCard.of(office(), PRINCIPAL).comesIn("principal@agency.example"), "principal@agency.example");
        var browser = ShownCard.of(office(), AGENT).comesIn("agent@agency.example");
        var agent = accountOf(browser, "agent@agency.example");
        var draft = begins(browser, mandate(principal, agent));
        answers(browser, draft);

        var refused = sends(browser, draft, PRINCIPAL);
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).contains("署名した人が");

        var sent = sends(browser, draft, AGENT);
        assertThat(sent.headers().firstValue("Location").orElse(sent.body())).contains("/my/done/");
        var bundle = sent.headers().firstValue("Location").orElseThrow().replaceAll(".*/my/done/", "");
        assertThat(office().ask("select agent_name from yakuba.apl_bundle where id = '" + bundle + "'")).isEqualTo(nameOf(agent));
        assertThat(office().ask("select person_id from yakuba.apl_application where bundle_id = '" + bundle + "'"))
                .isEqualTo(office().ask("select person_id from yakuba.acc_link where ended_at is null and account_id = '" + principal + "'"));
    }

    private static String begins(Intruder browser, String mandate) {
        var page = "/start?procedure=resident-record-copy";
        var begun = browser.post(page, browser.filled(page, Map.of("y_procedure", "resident-record-copy", "y_mandate", mandate)));
        var found = DRAFT.matcher(begun.headers().firstValue("Location").orElse(""));
        assertThat(found.find()).as("status %d", begun.statusCode()).isTrue();
        return found.group();
    }

    private static void answers(Intruder browser, String draft) {
        var applicant = draft + "/applicant";
        assertThat(browser.get(applicant).body()).as("the ledger is asked for the principal").contains("name=\"applicant.name\"");
        browser.post(applicant, browser.filled(applicant, Map.of("applicant.phone", "0155-62-0000", "applicant.address.postal",
                "0820012", "applicant.address.place", "北海道河西郡芽室町東二条", "applicant.address.lot", "１番地", "y_later", "on")));
        var record = draft + "/record";
        browser.post(record, browser.filled(record, Map.of("resident-record-copy.who", "me", "resident-record-copy.copies", "1",
                "resident-record-copy.purpose", "銀行に出す", "y_later", "on")));
    }

    private HttpResponse<String> sends(Intruder browser, String draft, String card) {
        var check = draft + "/check";
        var way = browser.post(check, browser.filled(check, Map.of("y_sign", "on"))).headers().firstValue("Location").orElseThrow();
        var state = way.substring(way.lastIndexOf('/') + 1);
        var digest = DIGEST.matcher(browser.get("/sign/" + state).body());
        assertThat(digest.find()).isTrue();
        var signed = new CardSigner(cards().resolve(card)).sign(HexFormat.of().parseHex(digest.group(1)));
        browser.post("/api/card/signed", Map.of("state", state, "certificate", signed.certificate(), "signature", signed.signature()));
        return browser.post(check, browser.filled(check, Map.of("y_signature", state, "y_send", "on", "y_once", UUID.randomUUID().toString())));
    }

    private String mandate(String principal, String agent) {
        return office().ask("insert into yakuba.acc_mandate (id, principal_account_id, agent_account_id, agent_mail, given_with,"
                + " valid_from, valid_until, state, created_at, changed_at) values (gen_random_uuid(), '" + principal + "', '" + agent
                + "', 'agent@agency.example', 'CARD', current_date - 1, current_date + 30, 'STANDING', now(), now()) returning id");
    }

    private String accountOf(Intruder signedIn, String mail) {
        assertThat(signedIn.cookies()).containsKey("yakuba_portal");
        return office().ask("select id from yakuba.acc_account where mail = '" + mail + "' or pending_mail = '" + mail + "'");
    }

    private String nameOf(String account) {
        return office().ask("select p.name from yakuba.acc_link l join yakuba.res_person p on p.id = l.person_id"
                + " where l.ended_at is null and l.account_id = '" + account + "'");
    }

    private Path cards() {
        return SampleIdentities.cards(office().running().settings().home());
    }
}

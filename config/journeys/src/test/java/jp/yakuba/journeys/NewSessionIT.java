package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.yakuba.cards.SampleAccounts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("サインインの前と後")
class NewSessionIT extends Journey {
    private static final String HANAKO = SampleAccounts.RESIDENTS.get(0);
    private static final String TRICKED = "だまされた人";

    @Test
    @DisplayName("サインイン前の画面のしるしは、その秘密をまた持たせても、サインインの後には通らない")
    void aTokenOfBeforeIsWorthNothingAfterwards() {
        var resident = Intruder.atPortal(office());
        var before = resident.filled("/sign-in", Map.of()).get("y_token");
        var secret = resident.cookies().get("yakuba_form");
        assertThat(secret).isNotEmpty();
        resident.signIn(HANAKO);
        assertThat(resident.cookies()).as("taken away at the door").doesNotContainKey("yakuba_form");
        resident.cookies().put("yakuba_form", secret);

        var fields = resident.filled("/account-profile", Map.of("displayName", TRICKED, "language", "ja", "send", "send"));
        assertThat(fields.get("y_token")).isNotEqualTo(before);
        fields.put("y_token", before);
        var refusals = Refusals.fromNow(office());
        var answer = resident.post("/account-profile", fields);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("サインインする前に開いた画面");
        assertThat(refusals.written()).anyMatch(refusal -> refusal.reason().equals("foreign form"));
        assertThat(resident.get("/account-profile").body()).doesNotContain(TRICKED);
    }

    @Test
    @DisplayName("職員の画面でも、サインイン前のしるしは後には通らない")
    void theSameHoldsAtTheOffice() {
        var number = holder("examiner", "residents");
        var clerk = Intruder.atOffice(office());
        var before = clerk.filled("/office/sign-in", Map.of()).get("y_token");
        var secret = clerk.cookies().get("yakuba_form");
        clerk.signInAsStaff(number);
        clerk.cookies().put("yakuba_form", secret);

        var fields = clerk.filled("/office/counter?procedures=dog-change", Map.of("identityShown", "なし"));
        fields.put("y_token", before);
        assertThat(clerk.post("/office/counter", fields).statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("サインインのたびに、しるしも画面の記憶も別のものになり、前のサインインは終わる")
    void everySignInBeginsAnew() {
        var number = holder("examiner", "residents");
        var clerk = Intruder.atOffice(office()).signInAsStaff(number);
        clerk.get("/office/inbox");
        var session = clerk.cookies().get("yakuba_office");
        var view = clerk.cookies().get("yakuba_view");
        assertThat(view).as("the office remembers its views").isNotEmpty();

        clerk.signInAsStaff(number);
        assertThat(clerk.cookies().get("yakuba_office")).isNotEqualTo(session);
        assertThat(clerk.cookies().get("yakuba_view")).isNotEqualTo(view);
        var somebody = Intruder.atOffice(office());
        somebody.cookies().put("yakuba_office", session);
        assertThat(somebody.get("/office/inbox").statusCode()).as("the earlier session is over").isEqualTo(303);
        assertThat(clerk.get("/office/inbox").statusCode()).isEqualTo(200);
    }
}

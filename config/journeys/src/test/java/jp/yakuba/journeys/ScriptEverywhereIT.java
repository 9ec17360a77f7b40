package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.yakuba.cards.SampleAccounts;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands are written into every field of whole forms and looked for wherever their words come out again. */
@DisplayName("書かれた命令は、どこに出てもただの字")
class ScriptEverywhereIT extends Journey {
    private static final String HANAKO = SampleAccounts.RESIDENTS.get(0);
    /** What nobody may work out; it stands as typed on pages of whoever wrote it. */
    static final String FORMULA = "#{7919*7907}${7919*7907}";
    /** What it comes to; long enough to stand in no number that a page shows by chance. */
    private static final String WORKED_OUT = String.valueOf(7_919L * 7_907);
    private static final String SCRIPT = FORMULA + "<script>bad()</script><img src=x onerror=bad()>"
            + "\"'><svg onload=bad()>";
    private static final List<String> ALIVE = List.of("<script>bad", "<img src=x", "<svg onload", "\"'><svg",
            WORKED_OUT);

    static Stream<Arguments> forms() {
        var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        return Stream.of(
                Arguments.of("dog-change", "environment", Applicant.DOG, Map.of()),
                Arguments.of("house-demolition", "tax", Applicant.HOUSE, Map.of()),
                Arguments.of("water-start", "water", Map.of("applicant", Applicant.DOG.get("applicant"), "water", Map.of(
                        "move.new.postal", "0820012", "move.new.place", "北海道河西郡芽室町東二条", "move.new.lot", "１番地",
                        "water.startOn.y", "" + today.getYear(), "water.startOn.m", "" + today.getMonthValue(),
                        "water.startOn.d", "" + today.getDayOfMonth(), "water-start.use", "home", "water-start.payment", "slip",
                        "water-start.sewer", "yes")), Map.of("applicant.mail", HANAKO)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    @DisplayName("様式のどの文字の欄に書いても、住民の画面、職員の画面、控え、通知、メールのどこでも動かない")
    void scriptInEveryTextField(String procedure, String section, Map<String, Map<String, String>> answers, Map<String,
            String> more) {
        var wrong = new SoftAssertions();
        var resident = Intruder.atPortal(office()).signIn(HANAKO);
        var applicant = Applicant.begins(resident, procedure);
        applicant.answers(all(answers, Map.of(), name -> true));
        mustBeDead(wrong, resident, Stream.concat(Stream.of("", "/check"), answers.keySet().stream().map(each -> "/" + each))
                .map(each -> applicant.draft() + each).toList());
        applicant.answers(all(answers, more, ScriptEverywhereIT::takesAnyWords));
        var bundle = applicant.sends().orElseThrow().substring("/my/done/".length());
        var application = office().ask("select id from yakuba.apl_application where bundle_id = '" + bundle + "'");
        mustBeDead(wrong, resident, List.of("/my", "/my/" + bundle, "/my/done/" + bundle, "/my/application/" + application,
                "/my/notices"));

        var clerk = Intruder.atOffice(office()).signInAsStaff(Staff.with(office().running().database().owner(), "examiner",
                section));
        mustBeDead(wrong, clerk, List.of("/office/inbox", "/office/inbox?state=DONE", "/office/inbox?state=IN_CORE",
                "/office/inbox?words=" + Intruder.encoded(Map.of("x", SCRIPT)).substring(2), "/office/application?id="
                        + application));
        wrong.assertThat(clerk.get("/office/application?id=" + application).body()).contains("&lt;script&gt;bad()");
        wrong.assertThat(PaperWords.of(resident, "/api/my/applications/" + application + "/form.pdf"))
                .contains("<script>bad()")
                .doesNotContain(WORKED_OUT);
        wrong.assertThat(office().running().mail().to(HANAKO)).noneMatch(letter -> letter.text().contains(WORKED_OUT));
        wrong.assertAll();
    }

    @Test
    @DisplayName("呼び名、メモ、窓口の用紙、さがす言葉に書いても動かない")
    void scriptInNamesNotesSheetsAndSearches() {
        var wrong = new SoftAssertions();
        var resident = Intruder.atPortal(office()).signIn(HANAKO);
        resident.post("/account-profile", resident.filled("/account-profile",
                Map.of("displayName", SCRIPT.substring(0, 90), "language", "ja", "send", "send")));
        mustBeDead(wrong, resident, List.of("/my", "/account", "/account-profile", "/account-mandates"));
        var asked = Intruder.encoded(Map.of("x", SCRIPT)).substring(2);
        mustBeDead(wrong, resident, Stream.of("/procedures?q=", "/procedures?event=", "/sign-in?next=", "/sign-in?card=",
                "/preferences?back=/",
                "/reset-password?token=", "/verify-mail?token=", "/register-card?token=", "/guide/moving-in?from=", "/nothing?")
                        .map(each -> each + asked).toList());

        var clerk = Intruder.atOffice(office()).signInAsStaff(Staff.with(office().running().database().owner(), "registrar",
                "residents"));
        var sheet = new HashMap<>(clerk.filled("/office/counter?procedures=dog-change", Map.of()));
        Stream.of("applicant.name", "applicant.kana", "applicant.phone", "applicant.mail", "dog.dogs.0.name",
                "dog.dogs.0.breed", "identityShown",
                "person", "applicant.address.lot", "dog.dogs.count").forEach(field -> sheet.put(field, SCRIPT));
        sheet.put("procedures", "dog-change");
        sheet.put("y_look", "on");
        var drawn = clerk.post("/office/counter", sheet);
        wrong.assertThat(drawn.statusCode()).isLessThan(500);
        wrong.assertThat(ALIVE).as("counter sheet").noneMatch(drawn.body()::contains);
        mustBeDead(wrong, clerk, Stream.of("/office/inbox?scope=", "/office/inbox?words=", "/office/inbox?procedure=",
                "/office/form?procedure=",
                "/office/residents?words=", "/office/counter?procedures=", "/office/sign-in?next=").map(each -> each + asked)
                        .toList());
        wrong.assertAll();
    }

    private static void mustBeDead(SoftAssertions wrong, Intruder reader, List<String> pages) {
        for (var page : pages) {
            var answer = reader.get(page);
            wrong.assertThat(answer.statusCode()).as(page).isLessThan(500);
            wrong.assertThat(ALIVE).as(page).noneMatch(answer.body()::contains);
        }
    }

    private static Map<String, Map<String, String>> all(
            Map<String, Map<String, String>> answers, Map<String, String> more, java.util.function.Predicate<String> where) {
        var written = new HashMap<String, Map<String, String>>();
        answers.forEach((section, fields) -> {
            var typed = new HashMap<String, String>();
            fields.forEach((name, value) -> typed.put(name, where.test(name) ? SCRIPT : value));
            more.forEach((name, value) -> typed.put(name, value));
            written.put(section, typed);
        });
        return written;
    }

    /** Questions that take any words, so that the form is sent with them. */
    private static boolean takesAnyWords(String name) {
        return List.of("applicant.name", "applicant.address.lot", "house-demolition.where").contains(name);
    }
}

package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
    /** A procedure whose texts are written over for a while. */
    private static final String WRITTEN = "moped-scrapping";
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

        var clerk = Intruder.atOffice(office()).signInAsStaff(holder("examiner",
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

        var clerk = Intruder.atOffice(office()).signInAsStaff(holder("registrar",
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

    @Test
    @DisplayName("職員の画面のどの文字の欄に書いても、職員のどの画面でも動かない")
    void scriptInEveryTextFieldOfTheOffice() {
        var wrong = new SoftAssertions();
        theClerksWords(wrong);
        theLetter(wrong);
        theDraft(wrong);
        theAbsence(wrong);
        theProtection(wrong);
        theAuthorsTexts(wrong);
        wrong.assertAll();
    }

    private void theClerksWords(SoftAssertions wrong) {
        var number = holder("examiner", "fire");
        var clerk = staff(number);
        var asked = "/office/application?id=" + Desks.enter(clerk);
        var refused = "/office/application?id=" + Desks.enter(clerk);
        write(wrong, clerk, asked, "textarea", "#note");
        write(wrong, clerk, asked, "textarea", "#requestCorrection");
        write(wrong, clerk, refused, "textarea", "#proposeRefusal");
        var proposal = office().ask("select id::text from yakuba.apv_proposal where closed_at is null order by proposed_at desc limit 1");
        var decider = staff(Desks.deciderOf(office(), proposal));
        write(wrong, decider, "/office/proposal?id=" + proposal, "textarea", "#say");
        mustBeSeenAndDead(wrong, clerk, asked, "/office/inbox", "/office/proposal?id=" + proposal);
        mustBeSeenAndDead(wrong, decider, "/office/proposal?id=" + proposal);
    }

    private void theLetter(SoftAssertions wrong) {
        var officer = staff(holder("records-manager", "general"));
        write(wrong, officer, "/office/receive", "#title, #sender, #senderNumber, #note", "button[name=y_send]");
        var record = "/office/record?id=" + officer.id();
        write(wrong, officer, record, "#numbers, #circulateNote", "#circulateDo");
        write(wrong, officer, record, "#to, #awayReason", "#awayDo");
        mustBeSeenAndDead(wrong, officer, record, "/office/records");
    }

    private void theDraft(SoftAssertions wrong) {
        var clerk = staff(holder("records-officer", "general"));
        var draft = Drafter.of(clerk).begin(null, "notify");
        write(wrong, clerk, "/office/draft-edit?id=" + draft, "#title, #ask, #text, #clause", "button[name=y_send]");
        mustBeSeenAndDead(wrong, clerk, "/office/draft?id=" + draft, "/office/draft?id=" + draft + "&from=1&to=2", "/office/draft-edit?id=" + draft,
                "/office/drafts");
        write(wrong, clerk, "/office/dispatches?view=numbers&section=general", "#purpose", "button[name=y_take]");
        write(wrong, clerk, "/office/dispatches?view=numbers&section=general", "#reason", "button[name=y_missing]");
        mustBeSeenAndDead(wrong, clerk, "/office/dispatches?view=numbers&section=general");
    }

    private void theAbsence(SoftAssertions wrong) {
        var personnel = staff(holder("personnel", "general"));
        write(wrong, personnel, "/office/absences", "#staffNumber, #note", "#enter");
        write(wrong, personnel, "/office/absences", "#note", "#enter");
        mustBeSeenAndDead(wrong, personnel, "/office/absences");
    }

    /** Nothing is entered, as the kind of protection is not said: the words come back with what is wrong. */
    private void theProtection(SoftAssertions wrong) {
        var person = office().ask("select id::text from yakuba.res_person order by number limit 1");
        write(wrong, staff(holder("protection-officer", "residents")), "/office/protect?id=" + person, "#adversary, #supporter", "#enter");
    }

    /** Texts of a form and of a procedure, none of which comes before the public. */
    private void theAuthorsTexts(SoftAssertions wrong) {
        var author = staff(holder("author", "general"));
        var of = "?procedure=" + WRITTEN;
        write(wrong, author, "/office/form-section" + of + "&at=0", "[id^='title-'], [id^='intro-']", "#keep");
        write(wrong, author, "/office/form-question" + of + "&at=0.0", "[id^='label-'], [id^='hint-'], [id^='why-']", "#keep");
        write(wrong, author, "/office/form-rule" + of, "#value, #time, [id^='message-']", "#keep");
        var version = office().ask("select max(number) from yakuba.apl_form_version where procedure = ?", WRITTEN);
        mustBeSeenAndDead(wrong, author, "/office/form" + of, "/office/form-section" + of + "&at=0", "/office/form-question" + of + "&at=0.0",
                "/office/form-trial" + of + "&version=" + version);
        author.goToOffice("/office/form-publish" + of);
        author.page().waitForNavigation(() -> author.page().locator("#discard").click());

        write(wrong, author, "/office/procedure-new", "#code, #kana, [id^='name-'], [id^='summary-'], [id^='whoMay-']", "#begin");
        var procedure = "/office/procedure?code=" + WRITTEN;
        write(wrong, author, procedure, "#bring", "#plan");
        write(wrong, author, procedure, "#legalGround, #keywords, [id^='name-'], [id^='summary-'], [id^='whoMay-']", "#plan");
        mustBeSeenAndDead(wrong, author, author.page().url().replaceAll(".*(/office/procedure[?].*)", "$1"));
        author.page().waitForNavigation(() -> author.page().locator("#takeBack").click());
    }

    /** Writes the command into those fields, gives what is needed besides, presses the button and looks at what comes. */
    private static void write(SoftAssertions wrong, Visitor hand, String path, String fields, String button) {
        hand.goToOffice(path);
        var page = hand.page();
        page.locator("main details").evaluateAll("all => all.forEach(one => { one.open = true; })");
        var form = page.locator("main form", new Page.LocatorOptions().setHas(page.locator(button)));
        for (var field : form.locator(":is(input, textarea):is(" + fields + ")").all()) {
            var longest = field.getAttribute("maxlength");
            field.fill(longest == null ? SCRIPT : SCRIPT.substring(0, Math.min(SCRIPT.length(), Integer.parseInt(longest))));
        }
        var day = LocalDate.now(ZoneId.of("Asia/Tokyo")).plusDays(300).toString();
        form.locator("input[type=date]:visible").all().stream().filter(one -> one.inputValue().isEmpty()).forEach(one -> one.fill(day));
        form.locator("input[name=correctionPaths]").all().stream().limit(1).forEach(Locator::check);
        page.waitForNavigation(() -> page.locator(button).click());
        wrong.assertThat(page.locator("img[src=x], svg[onload]").count()).as(path + " " + button).isZero();
        wrong.assertThat(page.content()).as(path + " " + button).doesNotContain(WORKED_OUT);
    }

    private static void mustBeSeenAndDead(SoftAssertions wrong, Visitor reader, String... pages) {
        for (var page : pages) {
            var body = reader.goToOffice(page).text();
            wrong.assertThat(body).as(page).contains("&lt;script&gt;bad()");
            wrong.assertThat(ALIVE).as(page).noneMatch(body::contains);
        }
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

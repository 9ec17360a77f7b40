package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("画面だけで新しい手続きを作る")
class AuthorJourneyIT extends Journey {
    private static final String CODE = "snow-clearing";
    private static final String SECTION = "construction";
    private static final String NAME = "除雪の手伝い";
    private static final String RULE = "終わりの日は、始まりの日より後にしてください。";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    /** What is answered, and how it stands on the paper of everybody who answers so. */
    private static final List<String> ON_PAPER = List.of("玄関から道路まで", "かりに、たろう", "カリノタロウ", "12", "0155-62-0003", "yuki@snow.example",
            "東二条7番地", "雪かき", "屋根の雪", "はい", "仮野太郎");

    @Test
    @DisplayName("問いの種類を全部、条件も決まりも言葉で書き、住民と窓口が同じ紙になり、版が変わっても届いた申請はそのまま")
    void aProcedureFromNothingToItsSecondVersion() throws IOException {
        var author = Authoring.of(staff(holder("author", "general")), CODE);
        author.begin(NAME, SECTION, "facility-use").beginForm("お手伝い");
        theQuestions(author);
        theRule(author);
        theTrial(author);
        author.publish().openOnline();
        assertThat(schema(author)).contains("\"snow-clearing.many\"", "\"format\": \"date\"", "^household\\\\.members\\\\.[0-9]{1,3}\\\\.name$");

        var resident = visitor(PHONE).signIn("hanako@resident.example");
        var application = apply(resident);
        var sent = Papers.read(resident, office().portal("/api/my/applications/" + application + "/form.pdf"));
        var clerk = staff(holder("examiner", SECTION));
        var counter = enter(clerk);
        var entered = Papers.read(clerk, office().office("/office/application.pdf?id=" + counter));
        for (var answer : ON_PAPER) {
            assertThat(sent).as("what was sent").contains(answer);
            assertThat(entered).as("what the clerk entered").contains(answer);
        }
        assertThat(sent.split("yuki.png", -1)).as("the picture, asked online only, is there once").hasSize(2);
        assertThat(entered).doesNotContain("png");

        theSecondVersion(author, clerk, application);
        assertThat(Papers.read(resident, office().portal("/api/my/applications/" + application + "/form.pdf"))).isEqualTo(sent);
        theFiles(author);
    }

    private void theQuestions(Authoring author) {
        var end = "parent=0";
        author.question("at=0.0", "NOTE", "雪の多い日に、町の人が手伝います。", Map.of())
                .question(end, "TEXT", "場所", Map.of("id", "where", "required", "true", "maximum", "30"))
                .question(end, "LONG_TEXT", "ようす", Map.of("id", "state"))
                .question(end, "KANA", "ふりがな", Map.of("id", "kana", "required", "true"))
                .question(end, "NUMBER", "広さ", Map.of("id", "size", "minimum", "1", "maximum", "500"))
                .question(end, "DATE", "始まりの日", Map.of("id", "from", "required", "true"))
                .question(end, "DATE", "終わりの日", Map.of("id", "until", "required", "true"))
                .question(end, "ADDRESS", "届け先", Map.of("id", "home", "required", "true"))
                .question(end, "MAIL", "メール", Map.of("id", "mail"))
                .question(end, "PHONE", "電話", Map.of("id", "phone"))
                .question(end, "CHOICE", "仕事", Map.of("id", "work", "required", "true", "choices",
                        "shovel | 雪かき | ゆきかき | Shovelling\nsalt | 砂まき | すなまき | Salting"))
                .question(end, "CHOICES", "ほかの仕事", Map.of("id", "many", "choices", "roof | 屋根の雪 | やねの雪 | Roof\nice | 氷 | こおり | Ice"))
                .question(end, "YES_NO", "急ぎますか", Map.of("id", "urgent", "required", "true"))
                .question(end, "TEXT", "急ぐわけ", Map.of("id", "reason", "required", "true"))
                .question(end, "GROUP", "家の人", Map.of("id", "people", "fact", "household.members", "required", "true"));
        author.page().locator("a[href*='form-question'][href*='at=0.14.0']").click();
        author.question("at=0.14.0", "TEXT", "なまえ", Map.of("id", "name", "required", "true"))
                .question(end, "PERSON", "申し込む人", Map.of("id", "member", "required", "true", "maximum", "1"))
                .question(end, "FILE", "写真", Map.of("id", "photo"))
                .question(end, "APPOINTMENT", "来る日時", Map.of("id", "visit"))
                .askedWhen("0.13", "急ぎますか", "はい")
                .askedWhen("0.16", "受け付け方", "オンライン");
        author.page().locator("a[href='/office/form?procedure=" + CODE + "']").click();
        assertThat(author.page().locator("main tbody tr")).hasCount(19);
    }

    /** A rule is refused while something is not chosen, and is read back as a sentence. */
    private void theRule(Authoring author) {
        var page = author.page();
        page.locator("a[href^='/office/form-rules']").click();
        assertThat(page.locator("main")).containsText("決まりはまだありません");
        page.locator("a[href^='/office/form-rule?']").click();
        page.waitForNavigation(() -> page.locator("#keep").click());
        assertThat(page.locator(".y-errors")).containsText("比べる答えを選んでください");
        page.selectOption("#left", new SelectOption().setLabel("終わりの日"));
        page.selectOption("#operator", new SelectOption().setLabel("より後・より大きい"));
        page.getByLabel("別の答え").first().check();
        page.selectOption("#right", new SelectOption().setLabel("始まりの日"));
        page.waitForNavigation(() -> page.locator("#keep").click());
        assertThat(page.locator(".y-errors")).containsText("直し方を伝える言葉");
        page.fill("#message-ja", RULE);
        page.waitForNavigation(() -> page.locator("#keep").click());
        assertThat(page.locator("main")).containsText("「終わりの日」は、「始まりの日」より後");

        page.locator("a[href^='/office/form-rule?'][href$='at=0']").click();
        page.selectOption("#c_next", new SelectOption().setLabel("仕事"));
        page.waitForNavigation(() -> page.locator("#more").click());
        page.locator("#conditions").getByLabel("雪かき").check();
        page.waitForNavigation(() -> page.locator("#keep").click());
        assertThat(page.locator("main")).containsText("「仕事」が「雪かき」のとき");

        page.navigate(office().office("/office/form-publish?procedure=" + CODE));
        assertThat(page.locator("main")).containsText("決まり1");
        page.locator("a[href*='form-rule?']").first().click();
        page.fill("#message-easy", "終わりの 日は、始まりの 日より 後に して ください。");
        page.fill("#message-en", "Let the last day be after the first.");
        page.waitForNavigation(() -> page.locator("#keep").click());
    }

    /** The rule speaks in the trial, in the language that is tried, and is silent where it does not apply. */
    private void theTrial(Authoring author) {
        var page = author.page();
        page.locator("a[href^='/office/form-trial']").click();
        page.locator("a[href*='lang=en']").click();
        facts().know(CODE + ".until", TODAY.minusDays(1).toString()).know(CODE + ".reason", "いそぐ").fillSheet(page);
        page.waitForNavigation(() -> page.locator("button[name=y_check]").last().click());
        assertThat(page.locator(".y-errors")).containsText("Let the last day be after the first.");
        page.locator("[name='" + CODE + ".work'][value=salt]").check();
        page.waitForNavigation(() -> page.locator("button[name=y_check]").last().click());
        assertThat(page.locator(".y-errors")).hasCount(0);
        assertThat(page.locator("main .y-notice--ok")).isVisible();
    }

    private String schema(Authoring author) {
        author.page().navigate(office().office("/office/form?procedure=" + CODE));
        return author.file("form-schema", 1);
    }

    private static Questions facts() {
        return new Questions().know(CODE + ".where", "玄関から道路まで").know(CODE + ".state", "かりに、たろう").know(CODE + ".kana", "かりの　たろう")
                .know(CODE + ".size", "１２").know(CODE + ".from", TODAY.plusDays(1).toString()).know(CODE + ".until", TODAY.plusDays(9).toString())
                .know(CODE + ".home.postal", "0820012").know(CODE + ".home.lot", "７番地").know(CODE + ".mail", "yuki@snow.example")
                .know(CODE + ".phone", "０１５５－６２－０００３").know(CODE + ".work", "shovel").know(CODE + ".many", "roof")
                .know(CODE + ".urgent", "yes").know(CODE + ".reason", "通院のため").know("household.members.0.name", "仮野　太郎")
                .know(CODE + ".member", "仮野");
    }

    /** On a phone: the rule is broken once, the summary says so, and the answer is mended. */
    private String apply(Visitor resident) throws IOException {
        Life.begin(resident, CODE);
        resident.pressMain();
        var photo = Files.write(Brought.file("yuki.png"), OthersPapersIT.PICTURE);
        var page = resident.page();
        var wrong = facts().know(CODE + ".until", TODAY.toString()).know(CODE + ".photo", photo.toString());
        while (wrong.fillPage(page) > 0) {
            page.waitForNavigation(() -> page.locator("form#questions button[name=y_next]:visible").last().click());
        }
        assertThat(page.locator(".y-errors")).containsText(RULE);
        assertThat(page.locator("#errors")).isFocused();
        var end = TODAY.plusDays(9);
        page.fill("[name='" + CODE + ".until.y']", String.valueOf(end.getYear()));
        page.fill("[name='" + CODE + ".until.m']", String.valueOf(end.getMonthValue()));
        page.fill("[name='" + CODE + ".until.d']", String.valueOf(end.getDayOfMonth()));
        page.waitForNavigation(() -> page.locator("form#questions button[name=y_next]:visible").last().click());
        assertThat(page).hasURL(java.util.regex.Pattern.compile("/check"));
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth")).isTrue();
        return Life.handIn(resident);
    }

    private static String enter(Visitor clerk) {
        var page = clerk.page();
        clerk.goToOffice("/office/counter?procedures=" + CODE);
        page.locator("#identityShown").fill("運転免許証");
        facts().fillSheet(page);
        assertThat(page.locator("[name='" + CODE + ".photo']")).hasCount(0);
        page.waitForNavigation(() -> page.locator("button[name=y_send]").click());
        return page.locator("main .y-notice a[href*='/office/application?id=']").first().getAttribute("href").replaceAll(".*id=", "");
    }

    private void theSecondVersion(Authoring author, Visitor clerk, String running) {
        author.question("at=0.1", "TEXT", "雪をどける所", Map.of("required", "true"));
        author.publish();
        clerk.goToOffice("/office/application?id=" + running);
        assertThat(clerk.page().locator("#answers")).containsText("場所");
        assertThat(clerk.page().locator("#answers")).not().containsText("雪をどける所");
        clerk.goToOffice("/office/counter?procedures=" + CODE);
        assertThat(clerk.page().locator("main")).containsText("雪をどける所");
    }

    /** A file goes out and comes in again; a broken one is refused with every fault at its place, and nothing is changed. */
    private void theFiles(Authoring author) throws IOException {
        author.page().navigate(office().office("/office/form?procedure=" + CODE));
        var file = author.file("form", 2);
        author.read(written(file.replace("\"LONG_TEXT\"", "\"LONG_TXET\"").replace("\"id\": \"kana\"", "\"id\": \"1kana\"")
                .replace("\"right\": \"snow-clearing.from\"", "\"right\": \"snow-clearing.start\"")));
        assertThat(author.page().locator(".y-errors")).containsText("sections[0].fields[2].type");
        assertThat(author.page().locator(".y-errors")).containsText("sections[0].fields[3].id");
        assertThat(author.page().locator(".y-errors")).containsText("rules[0].right");
        author.read(written("{\"procedure\": \"snow-clearing\",\n \"sections\": [}"));
        assertThat(author.page().locator(".y-errors")).containsText("2行");
        assertThat(author.page().locator(".o-seg")).not().containsText("作成中");

        author.read(written(file));
        assertThat(author.page().locator(".o-seg [aria-current=page]")).containsText("作成中");
        assertThat(author.file("form", 3).replace("\"version\": 3", "\"version\": 2")).isEqualTo(file);
    }

    private static Path written(String json) throws IOException {
        return Files.writeString(Brought.file("form.json"), json);
    }
}

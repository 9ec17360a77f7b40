package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("手紙の一生")
class RecordsJourneyIT extends Journey {
    private static final String OFFICER = "health-lead-1";
    private static final List<String> READERS = List.of("tax-lead-1", "child-lead-1", "environment-lead-1");

    @Test
    @DisplayName("スキャンした手紙を収受してファイルに入れ、課と担当に配り、三人に供覧し、最後の人が読むと完結する")
    void aScannedLetterFromTheDoorToTheEnd() throws IOException {
        var title = "健診車の配置について（照会）";
        var files = List.of(letter(), picture());
        var officer = staff(post(OFFICER));
        var page = officer.page();
        officer.goToOffice("/office/receive");
        page.setInputFiles("#file", files.toArray(Path[]::new));
        assertThat(page.locator(".y-files li")).hasCount(2);
        page.fill("#title", title);
        page.fill("#sender", "北海道帯広保健所");
        page.fill("#senderNumber", "帯保第12号");
        var dossiers = page.locator("#dossier option").allInnerTexts();
        page.selectOption("#dossier", new SelectOption().setLabel(dossiers.get(1)));
        page.waitForNavigation(() -> page.locator("button[name=y_send]").click());
        assertThat(page.locator("main .y-notice--ok")).containsText("として収受しました");
        assertThat(page.locator("#facts")).containsText(dossiers.get(1).replaceAll("[（(].*", "").replaceAll("^\\S+\\s+", "").strip());
        var record = officer.id();
        theFilesAreThoseThatCame(officer, record, files);

        page.locator("details:has(#fileForm) summary").click();
        page.locator("#fileForm select").selectOption(new SelectOption().setLabel(dossiers.get(2)));
        page.waitForNavigation(() -> page.locator("#fileDo").click());
        assertThat(page.locator("#facts")).containsText(dossiers.get(2).replaceAll("[（(].*", "").replaceAll("^\\S+\\s+", "").strip());

        distribute(officer, title);
        var person = staff(post("welfare-clerk-1"));
        circulate(person, title);
        for (var reader : READERS) {
            read(staff(post(reader)), title);
        }
        person.page().reload();
        assertThat(person.page().locator("#circulations")).containsText("3人中3人が読みました");
        assertThat(person.page().locator("main .o-meta")).containsText("完結");
    }

    /** What came is kept byte for byte, and a copy for the archive stands beside it. */
    private void theFilesAreThoseThatCame(Visitor officer, String record, List<Path> files) throws IOException {
        var page = officer.page();
        Until.holds("both files have a copy for the archive", () -> {
            page.reload();
            return page.locator("#files a[href*='pdfa=on']").count() == 2;
        });
        var links = page.locator("#files li > a:not([href*='pdfa'])").evaluateAll("all => all.map(one => one.getAttribute('href'))");
        var kept = new ArrayList<byte[]>();
        for (var link : (List<?>) links) {
            kept.add(officer.context().request().get(office().office(String.valueOf(link))).body());
        }
        for (var file : files) {
            var bytes = Files.readAllBytes(file);
            assertThat(kept).as(file + " of " + record).anyMatch(one -> java.util.Arrays.equals(one, bytes));
        }
    }

    private void distribute(Visitor officer, String title) {
        var page = officer.page();
        page.selectOption("#section", "welfare");
        page.waitForNavigation(() -> page.locator("#distributeDo").click());
        assertThat(page.locator("main .o-meta")).containsText("配布済み");
        var name = office().ask("select name from yakuba.org_staff where number = ?", post("welfare-clerk-1"));
        page.selectOption("#staff", new SelectOption().setLabel(name));
        page.waitForNavigation(() -> page.locator("#distributeDo").click());
        assertThat(page.locator("#facts")).containsText(name);
        assertThat(page.locator("h1")).containsText(title);
    }

    private void circulate(Visitor person, String title) {
        var page = person.page();
        person.goToOffice("/office/records?book=mine");
        page.locator("main a[href^='/office/record?id=']", new Page.LocatorOptions().setHasText(title)).first().click();
        page.waitForURL("**/office/record?**");
        page.locator("details:has(#circulateForm) summary").click();
        page.fill("#numbers", "9999");
        page.waitForNavigation(() -> page.locator("#circulateDo").click());
        assertThat(page.locator(".y-errors")).isVisible();
        if (!page.locator("#numbers").isVisible()) {
            page.locator("details:has(#circulateForm) summary").click();
        }
        page.fill("#numbers", String.join(" ", READERS.stream().map(this::post).toList()));
        page.fill("#circulateNote", "日程を確かめてください。");
        page.waitForNavigation(() -> page.locator("#circulateDo").click());
        assertThat(page.locator("#circulations")).containsText("3人中0人が読みました");
    }

    private static void read(Visitor reader, String title) {
        var page = reader.page();
        reader.goToOffice("/office/reading");
        var line = page.locator("main tr", new Page.LocatorOptions().setHasText(title));
        assertThat(line).containsText("日程を確かめてください。");
        line.locator("a[href^='/office/record?id=']").click();
        page.waitForURL("**/office/record?**");
        assertThat(page.locator("#work, #distribute")).hasCount(0);
        page.fill("#comment", "見ました");
        page.waitForNavigation(() -> page.locator("#read").click());
        assertThat(page.locator("main tr", new Page.LocatorOptions().setHasText(title))).hasCount(0);
        reader.goToOffice("/office/reading?read=true");
        assertThat(page.locator("main")).containsText(title);
    }

    @Test
    @DisplayName("誤って届いた手紙は、理由なしには返せず、返したあとは動かせない")
    void misdirectedMailGoesBackWithAReason() {
        var officer = staff(post(OFFICER));
        var record = Letterbox.of(officer).receive("帯広市あての水質検査の結果", "十勝水質検査センター");
        var page = officer.page();
        officer.goToOffice("/office/record?id=" + record);
        page.locator("details:has(#awayForm) summary").click();
        page.locator("#awayDo").click();
        assertThat(page.locator(".y-errors")).containsText("理由");
        if (!page.locator("#awayReason").isVisible()) {
            page.locator("details:has(#awayForm) summary").click();
        }
        page.fill("#awayReason", "帯広市あてのため");
        page.waitForNavigation(() -> page.locator("#awayDo").click());
        assertThat(page.locator("main .o-meta")).containsText("返却");
        assertThat(page.locator("main")).containsText("帯広市あてのため");
        assertThat(page.locator("#distribute, #awayForm")).hasCount(0);
    }

    @Test
    @DisplayName("基準表はCSVで出て、直して戻る。きずは行の番号で言われ、何も変わらない")
    void theFilingPlanGoesOutAndComesBack() throws IOException {
        var officer = staff(post(OFFICER));
        var page = officer.page();
        officer.goToOffice("/office/filing?section=health");
        var csv = Files.readString(page.waitForDownload(() -> page.locator("a[href^='/office/filing.csv?section=health']").click()).path(),
                StandardCharsets.UTF_8);
        var lines = csv.lines().toList();
        var at = Stream.iterate(0, line -> line + 1).filter(line -> lines.get(line).contains("会議・打合せ記録")).findFirst().orElseThrow();

        bring(officer, csv.replace(lines.get(at), lines.get(at).replace(",3年,", ",三世代,")), false);
        assertThat(page.locator("main .y-notice--warn tbody tr")).hasCount(1);
        assertThat(page.locator("main .y-notice--warn tbody tr th")).hasText(String.valueOf(at + 1));
        assertThat(page.locator("main .y-notice--warn tbody tr")).containsText("三世代");

        var changed = csv.replace(lines.get(at), lines.get(at).replace("会議・打合せ記録", "会議・打合せ・研修の記録"));
        bring(officer, changed, true);
        assertThat(page.locator("main .y-notice--ok")).isVisible();
        assertThat(page.locator("main tbody")).not().containsText("会議・打合せ・研修の記録");
        bring(officer, changed, false);
        assertThat(page.locator("main .y-notice--ok")).isVisible();
        assertThat(page.locator("main .y-table").last()).containsText("会議・打合せ・研修の記録");
    }

    private static void bring(Visitor officer, String csv, boolean look) throws IOException {
        var page = officer.page();
        page.locator("details:has(#import) summary").click();
        page.setInputFiles("#file", Files.writeString(Brought.file("plan.csv"), csv));
        page.locator("#look").setChecked(look);
        page.waitForNavigation(() -> page.locator("button[name=y_import]").click());
    }

    @Test
    @DisplayName("秘密文書は、名前のない同じ課の人には、一覧にも住所でもファイルでも見えない")
    void aConfidentialRecordIsForThoseWhoAreNamed() throws IOException {
        var title = "個別の支援の相談";
        var officer = staff(post(OFFICER));
        var page = officer.page();
        officer.goToOffice("/office/receive");
        page.setInputFiles("#file", letter());
        assertThat(page.locator(".y-files li")).hasCount(1);
        page.fill("#title", title);
        page.fill("#sender", "帯広児童相談所");
        page.locator("#confidential[type=checkbox]").check();
        var named = office().ask("select name from yakuba.org_staff where number = ?", post("health-chief"));
        page.locator("label", new Page.LocatorOptions().setHasText(named)).locator("input[name=readers]").check();
        page.waitForNavigation(() -> page.locator("button[name=y_send]").click());
        var record = officer.id();
        var file = page.locator("#files li > a").first().getAttribute("href");

        var chief = staff(post("health-chief"));
        assertThat(chief.goToOffice("/office/record?id=" + record).status()).isEqualTo(200);
        assertThat(chief.page().locator("h1")).containsText(title);

        var clerk = staff(post("health-clerk-1"));
        clerk.goToOffice("/office/records");
        assertThat(clerk.page().locator("main")).not().containsText(title);
        assertThat(clerk.goToOffice("/office/record?id=" + record).status()).isIn(403, 404);
        assertThat(clerk.page().locator("body")).not().containsText(title);
        assertThat(clerk.context().request().get(office().office(file)).status()).isIn(403, 404);
    }

    private static Path letter() throws IOException {
        var path = Brought.file("照会.pdf");
        try (var paper = new PDDocument()) {
            paper.addPage(new PDPage(PDRectangle.A4));
            paper.save(path.toFile());
        }
        return path;
    }

    private static Path picture() throws IOException {
        var path = Brought.file("別紙.png");
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "png", path.toFile());
        return path;
    }
}

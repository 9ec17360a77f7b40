package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("文書検索")
class RecordSearchJourneyIT extends Journey {
    private static final String TITLE = "=除雪車の配置（照会）";

    @Test
    @DisplayName("係員はPDFの中の言葉で手紙を見つけ、検索を保存し、CSVで受け取る。よその課の人には見つからない")
    void aLetterIsFoundByWordsInsideItsPdf() throws IOException {
        var word = "PLOUGH" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT).replace('-', 'X');
        receive(word);
        var clerk = staff(post("general-clerk-1"));
        var page = clerk.page();
        Until.holds("the letter is found by words inside its file", () -> {
            find(clerk, "ｐlough" + word.substring(6).toLowerCase(Locale.ROOT));
            return page.locator("#found li").count() == 1;
        });
        assertThat(page.locator("#found a").first()).hasText(TITLE);
        assertThat(page.locator("#found mark")).hasText(word);
        assertThat(page.url()).doesNotContainIgnoringCase("plough");

        page.fill("#name", "除雪の手紙");
        page.waitForNavigation(() -> page.locator("button[name=y_save]").click());
        page.waitForNavigation(() -> page.locator("#saved a", new Page.LocatorOptions().setHasText("除雪の手紙")).click());
        assertThat(page.locator("#found mark")).hasText(word);
        assertThat(page.url()).doesNotContainIgnoringCase("plough");
        var csv = clerk.context().request().get(office().office(page.locator("#found a[href*='search-records.csv']").getAttribute("href")));
        assertThat(csv.text()).contains("'" + TITLE).contains("北海道");

        page.waitForNavigation(() -> page.locator("#saved li", new Page.LocatorOptions().setHasText("除雪の手紙"))
                .locator("button[name=y_remove]").click());
        assertThat(page.locator("#saved")).not().containsText("除雪の手紙");

        var stranger = staff(post("tax-clerk-1"));
        find(stranger, word);
        assertThat(stranger.page().locator("#found")).containsText("条件に合う文書はありません");
    }

    private void receive(String word) throws IOException {
        var officer = staff(post("general-lead-1"));
        var page = officer.page();
        officer.goToOffice("/office/receive");
        page.setInputFiles("#file", letter(word));
        assertThat(page.locator(".y-files li")).hasCount(1);
        page.fill("#title", TITLE);
        page.fill("#sender", "北海道十勝総合振興局");
        page.waitForNavigation(() -> page.locator("button[name=y_send]").click());
        assertThat(page.locator("main .y-notice--ok")).containsText("として収受しました");
    }

    private static void find(Visitor somebody, String words) {
        somebody.goToOffice("/office/search-records");
        var page = somebody.page();
        page.fill("#words", words);
        page.waitForNavigation(() -> page.locator("button[name=y_find]").click());
    }

    private static Path letter(String word) throws IOException {
        var path = Brought.file("照会.pdf");
        try (var paper = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            paper.addPage(page);
            try (var content = new PDPageContentStream(paper, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText("On the place of the snow " + word + " this winter");
                content.endText();
            }
            paper.save(path.toFile());
        }
        return path;
    }
}

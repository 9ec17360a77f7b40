package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("公開のための墨消し")
class MaskJourneyIT extends Journey {
    private static final int HEIGHT = 844;
    private static final int DPI = 144;
    private static final int SCALE = 2;

    private final List<String> findings = new ArrayList<>();
    private int pictures;

    @Test
    @DisplayName("届いたPDFに、数字とマウスと二つの角で墨消しを描き、二人目が固定し、写しには隠した文字が残らない")
    void whatIsCoveredIsGoneFromTheCopy() throws IOException {
        var clerk = staff(post("health-lead-1"));
        var page = clerk.page();
        var ink = BlackInk.of(clerk);
        var record = ink.receive("健診の委託契約書");
        var sheet = ink.begin(record, "令和8年度 開示請求第1号");
        look(clerk, "/office/masks?record=" + record + "&n=0");
        var first = "/office/mask?sheet=" + sheet;
        look(clerk, first);
        byKeyboard(clerk, first);
        assertThat(page.locator("#list tbody tr")).hasCount(1);

        byPointer(clerk, first + "&page=2");
        assertThat(page.locator("#list tbody tr")).hasCount(3);
        look(clerk, first);
        look(clerk, first + "&view=copy");
        clerk.goToOffice(first + "&page=2");
        page.waitForNavigation(() -> page.locator("#list button[name=y_off]").last().click());
        assertThat(page.locator("#list tbody tr")).hasCount(2);
        page.waitForNavigation(() -> page.locator("button[name=y_propose]").click());
        assertThat(page.locator("#state")).containsText("二人目の確認待ち");
        assertThat(page.locator("#deeds")).containsText("別の職員");
        look(clerk, first);

        var second = staff(post("health-clerk-1"));
        look(second, first);
        second.page().waitForNavigation(() -> second.page().locator("button[name=y_fix]").click());
        assertThat(second.page().locator("#state")).containsText("固定済み");
        second.page().waitForNavigation(() -> second.page().locator("button[name=y_copy]").click());
        assertThat(second.page().locator("#download")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
        look(second, first);
        var copy = second.context().request().get(office().office("/office/mask-file?sheet=" + sheet)).body();
        assertThat(new String(copy, StandardCharsets.ISO_8859_1)).doesNotContain("Hanako");
        try (var pdf = Loader.loadPDF(copy)) {
            assertThat(new PDFTextStripper().getText(pdf)).isBlank();
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            var picture = new PDFRenderer(pdf).renderImageWithDPI(0, DPI);
            assertThat(colours(picture, 51 * SCALE, 81 * SCALE, 298 * SCALE, 28 * SCALE)).containsExactly(0xff000000);
            assertThat(colours(picture, 51 * SCALE, 181 * SCALE, 298 * SCALE, 28 * SCALE).length).isGreaterThan(1);
        }
        second.goToOffice("/office/record?id=" + record);
        assertThat(second.page().locator("#history")).containsText("墨消し2か所を固定");
        assertThat(second.page().locator("#history")).containsText("墨消しした写しを作成");
        look(second, "/office/masks?record=" + record + "&n=0");
        assertThat(findings).isEmpty();
    }

    /** Types numbers and sends them, without a mouse. */
    private static void byKeyboard(Visitor clerk, String path) {
        var page = clerk.page();
        clerk.goToOffice(path);
        page.locator("#main").focus();
        var keys = Keyboard.at(page);
        var values = List.of("50", "８０", "300", "30");
        for (int n = 0; n < values.size(); n++) {
            keys.to("#" + List.of("left", "top", "width", "height").get(n));
            page.keyboard().type(values.get(n));
        }
        assertThat(page.locator(".o-mask__new")).hasAttribute("y", "80");
        keys.to("#ground");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        keys.to("#reason");
        page.keyboard().type("keiyakusha");
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
        assertThat(page.locator("#list")).containsText("個人に関する情報");
        assertThat(page.locator("#list")).containsText("情報公開条例第7条第2号");
    }

    /** Draws by dragging, and once more by pressing two corners. */
    private static void byPointer(Visitor clerk, String path) {
        var page = clerk.page();
        page.setViewportSize(DESK, 1200);
        clerk.goToOffice(path);
        var paper = page.locator("svg[data-y-masks=on]");
        paper.scrollIntoViewIfNeeded();
        var box = paper.boundingBox();
        page.mouse().move(box.x + box.width * 0.1, box.y + box.height * 0.1);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.2, box.y + box.height * 0.15);
        page.mouse().move(box.x + box.width * 0.3, box.y + box.height * 0.2);
        page.mouse().up();
        near(page, "#left", 84.2);
        near(page, "#width", 168.4);
        near(page, "#top", 59.5);
        assertThat(page.locator("#ground")).isFocused();
        BlackInk.of(clerk).explain("CORPORATE", "法人の内部の情報");

        var again = paper.boundingBox();
        page.mouse().click(again.x + again.width * 0.6, again.y + again.height * 0.4);
        assertThat(page.locator("#corner")).containsText("向かいの角");
        page.mouse().click(again.x + again.width * 0.5, again.y + again.height * 0.3);
        near(page, "#left", 421);
        near(page, "#height", 59.5);
        BlackInk.of(clerk).explain("AFFAIRS", "入札の予定価格");
    }

    private static void near(Page page, String field, double points) {
        assertThat(Double.parseDouble(page.inputValue(field))).as(field).isBetween(points - 2, points + 2);
    }

    private static int[] colours(BufferedImage picture, int x, int y, int width, int height) {
        return Arrays.stream(picture.getRGB(x, y, width, height, null, 0, width)).map(rgb -> rgb | 0xff000000).distinct().toArray();
    }

    private void look(Visitor visitor, String path) {
        var answer = visitor.goToOffice(path);
        findings.addAll(Inspection.of(visitor.page(), answer, path));
        for (var width : List.of(PHONE, DESK)) {
            visitor.page().setViewportSize(width, HEIGHT);
            visitor.keepPicture("masks" + path.replaceAll("[^a-z]+", "-").replaceAll("-[a-f0-9-]*$", "") + "-" + pictures++ + "-" + width);
        }
    }
}

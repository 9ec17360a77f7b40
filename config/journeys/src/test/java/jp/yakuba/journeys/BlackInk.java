package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** A contract that came as PDF, and the ink that covers parts of it (墨消し). */
final class BlackInk {
    /** What is covered; it stands on the first page, 100 points below its upper edge. */
    static final String SECRET = "Tokachi Hanako";

    private final Visitor clerk;
    private final Page page;

    private BlackInk(Visitor clerk) {
        this.clerk = clerk;
        this.page = clerk.page();
    }

    static BlackInk of(Visitor clerk) {
        return new BlackInk(clerk);
    }

    /** Receives the contract; the id of its record. */
    String receive(String title) {
        clerk.goToOffice("/office/receive");
        page.setInputFiles("#file", new FilePayload("契約書.pdf", "application/pdf", contract()));
        assertThat(page.locator(".y-files li")).hasCount(1);
        page.fill("#title", title);
        page.fill("#sender", "株式会社 十勝土木");
        page.waitForNavigation(() -> page.locator("button[name=y_send]").click());
        assertThat(page.locator("main .y-notice--ok")).containsText("収受しました");
        return clerk.id();
    }

    /** Begins a sheet over the contract; its id. */
    String begin(String record, String purpose) {
        clerk.goToOffice("/office/record?id=" + record);
        page.waitForNavigation(() -> page.locator("#files a[href^='/office/masks']").click());
        page.fill("#purpose", purpose);
        page.waitForNavigation(() -> page.locator("button[name=y_begin]").click());
        return page.url().replaceAll(".*sheet=([0-9a-f-]+).*", "$1");
    }

    /** Covers a place that is written in numbers. */
    void draw(String left, String top, String width, String height) {
        page.fill("#left", left);
        page.fill("#top", top);
        page.fill("#width", width);
        page.fill("#height", height);
        explain("PERSONAL", "契約者の氏名");
    }

    /** Says why what was drawn is covered, and adds it. */
    void explain(String ground, String reason) {
        page.selectOption("#ground", ground);
        page.fill("#reason", reason);
        page.waitForNavigation(() -> page.locator("button[name=y_draw]").click());
    }

    /** Three pages, the second of them turned. */
    static byte[] contract() {
        try (var pdf = new PDDocument()) {
            for (int number = 0; number < 3; number++) {
                var sheet = new PDPage(PDRectangle.A4);
                sheet.setRotation(number == 1 ? 90 : 0);
                pdf.addPage(sheet);
                write(pdf, sheet, 842 - 100, number == 0 ? SECRET : "Annex " + number);
                write(pdf, sheet, 842 - 200, "Contract of 2026, page " + (number + 1));
            }
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void write(PDDocument pdf, PDPage sheet, float height, String words) throws IOException {
        try (var pen = new PDPageContentStream(pdf, sheet, PDPageContentStream.AppendMode.APPEND, true)) {
            pen.beginText();
            pen.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 16);
            pen.newLineAtOffset(60, height);
            pen.showText(words);
            pen.endText();
        }
    }
}

package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("二つの町のあいだで照会し、期限を延ばし、督促し、回答する")
@ExtendWith(NeighbouringTowns.Door.class)
class ExchangeInquiryIT {
    private static final int HEIGHT = 844;

    private static NeighbouringTowns towns;
    private final List<Visitor> visitors = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    @BeforeAll
    static void open(NeighbouringTowns shared) {
        towns = shared;
    }

    @AfterEach
    void everybodyLeaves() {
        visitors.forEach(Visitor::leave);
    }

    @Test
    @DisplayName("照会は隣の市の仕事になり、延ばした期限と督促が届いても書いたものは残り、決裁された回答が一覧とCSVとPDFに並ぶ")
    void oneTownAsksAndTheOtherAnswers() throws Exception {
        var memuro = towns.memuro();
        var neighbour = towns.higashiyamato();
        var clerk = staff(memuro, NeighbouringTowns.clerkOf(memuro));
        var inquiry = writeInquiry(clerk);
        var page = clerk.page();
        press(page, "y_draft");
        Drafter.of(clerk).decide(clerk.id(), memuro, number -> staff(memuro, number));
        clerk.goToOffice(inquiry);
        press(page, "y_send");
        var record = memuro.ask("select record_id::text from yakuba.inq_inquiry order by begun_at desc limit 1");
        NeighbouringTowns.awaitReceipt(memuro, record);
        look(clerk, inquiry, "inquiry-sent");
        assertThat(clerk.words()).contains("照会中", "受領済み", "東大和市");

        var officer = staff(neighbour, Staff.with(neighbour.running().database().owner(), "records-officer", "general"));
        look(officer, "/office/tasks", "tasks-inquiry");
        assertThat(officer.words()).contains("回答する照会 1", "道路の状況");
        var asked = "/office/asked?id=" + neighbour.ask("select id::text from yakuba.inq_asked order by arrived_at desc limit 1");
        officer.goToOffice(asked);
        assertThat(officer.page().locator("button[name=y_rows]").count()).as("there is no table").isZero();
        officer.page().fill("#q1", "12.5");
        press(officer.page(), "y_keep");

        clerk.goToOffice(inquiry);
        open(page, "回答期限を延ばす", "#day");
        page.fill("#day", "2000-01-01");
        press(page, "y_extend");
        assertThat(clerk.words()).as("said at the field").contains("今の回答期限と今日より後の日付を書いてください");
        open(page, "回答期限を延ばす", "#day");
        assertThat(page.inputValue("#day")).as("nothing typed is lost").isEqualTo("2000-01-01");
        page.fill("#day", "2099-12-31");
        press(page, "y_extend");
        follow(memuro, clerk, inquiry, "回答期限の延長");
        look(officer, asked, "asked-extended");
        assertThat(officer.words()).contains("回答期限が延びました");
        assertThat(officer.page().inputValue("#q1")).as("what was written stays").isEqualTo("12.5");

        clerk.goToOffice(inquiry);
        open(page, "督促する", "button[name=y_remind]");
        press(page, "y_remind");
        follow(memuro, clerk, inquiry, "督促");
        look(officer, asked, "asked-reminded");
        assertThat(officer.words()).contains("督促が");

        press(officer.page(), "y_draft");
        Drafter.of(officer).decide(officer.id(), neighbour, number -> staff(neighbour, number));
        officer.goToOffice(asked);
        press(officer.page(), "y_send");
        Until.holds("the answer is here", () -> "1".equals(memuro.ask("select count(*) from yakuba.inq_answer")));
        look(clerk, inquiry, "inquiry-answered");
        assertThat(clerk.words()).contains("回答済み", "12.5km", "1件中1件回答");
        var id = inquiry.replaceAll(".*=", "");
        assertThat(new String(clerk.context().request().get(memuro.office("/office/inquiry.csv?id=" + id)).body(), StandardCharsets.UTF_8))
                .contains("東大和市", "12.5km");
        try (var pdf = Loader.loadPDF(clerk.context().request().get(memuro.office("/office/inquiry.pdf?id=" + id)).body())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("回答一覧", "東大和市", "12.5km");
        }
        assertThat(memuro.ask("select count(distinct conversation) from yakuba.exc_parcel where service = 'inquiry'")).as("one conversation").isEqualTo("1");
        look(officer, "/office/tasks", "tasks-done");
        assertThat(officer.words()).as("nothing is left to be answered").contains("回答する照会 0");
        assertThat(officer.page().locator("#distribute a").allInnerTexts()).as("nor to be distributed").noneMatch(one -> one.contains("道路の状況"));
        assertThat(findings).isEmpty();
    }

    /** Writes it, and tells the address of its page. */
    private static String writeInquiry(Visitor clerk) {
        clerk.goToOffice("/office/inquiry-edit");
        var page = clerk.page();
        page.fill("#title", "道路の状況");
        page.fill("#explanation", "次の事項について照会します。");
        page.fill("#deadline", "2099-12-25");
        page.locator("input[name=office][value='" + NeighbouringTowns.HIGASHIYAMATO + "']").check();
        page.fill("#label-0", "道路の延長");
        page.selectOption("#kind-0", "NUMBER");
        page.locator("#question-0 summary").click();
        page.fill("#unit-0", "km");
        page.check("#required-0");
        press(page, "y_keep");
        return page.url().replaceAll("^https?://[^/]+", "");
    }

    /** Takes the letter whose draft is shown to its decision, and sends it. */
    private void follow(OpenOffice office, Visitor clerk, String inquiry, String what) {
        Drafter.of(clerk).decide(clerk.id(), office, number -> staff(office, number));
        look(clerk, inquiry, "inquiry-follow");
        assertThat(clerk.words()).contains(what, "決裁されました");
        press(clerk.page(), "y_follow");
        var record = office.ask("select record_id::text from yakuba.inq_follow_up order by sent_at desc nulls last limit 1");
        NeighbouringTowns.awaitReceipt(office, record);
    }

    /** Unfolds what stands under the words, unless it is open. */
    private static void open(Page page, String words, String inside) {
        if (!page.locator(inside).isVisible()) {
            page.locator("summary", new Page.LocatorOptions().setHasText(words)).click();
        }
    }

    private static void press(Page page, String button) {
        page.waitForNavigation(() -> page.locator("button[name=" + button + "]").click());
    }

    private Visitor staff(OpenOffice office, String number) {
        var visitor = Visitor.of(office, Journey.DESK, null).signInAsStaff(number);
        visitors.add(visitor);
        return visitor;
    }

    private void look(Visitor visitor, String path, String name) {
        var answer = visitor.goToOffice(path);
        findings.addAll(Inspection.of(visitor.page(), answer, name));
        for (var width : List.of(Journey.PHONE, Journey.DESK)) {
            visitor.page().setViewportSize(width, HEIGHT);
            visitor.keepPicture(name + "-" + width);
        }
    }
}

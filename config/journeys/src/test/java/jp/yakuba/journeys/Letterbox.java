package jp.yakuba.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** What comes in by letter at the records desk (収受): received, shown around, read. */
final class Letterbox {
    private final Visitor officer;
    private final Page page;

    private Letterbox(Visitor officer) {
        this.officer = officer;
        this.page = officer.page();
    }

    static Letterbox of(Visitor officer) {
        return new Letterbox(officer);
    }

    /** Receives a letter on paper; the id of its record. */
    String receive(String title, String sender) {
        officer.goToOffice("/office/receive");
        page.fill("#title", title);
        page.fill("#sender", sender);
        page.waitForNavigation(() -> page.locator("button[name=y_send]").click());
        assertThat(page.locator("main [role=status]")).isVisible();
        return officer.id();
    }

    /** Lets somebody read it (供覧). */
    void circulate(String record, String staffNumber) {
        officer.goToOffice("/office/record?id=" + record);
        page.locator("details:has(#circulateForm) summary").click();
        page.fill("#numbers", staffNumber);
        page.waitForNavigation(() -> page.locator("#circulateDo").click());
        assertThat(page.locator("main")).containsText("未読");
    }
}

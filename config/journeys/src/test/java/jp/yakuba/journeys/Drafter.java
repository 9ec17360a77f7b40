package jp.yakuba.journeys;

import com.microsoft.playwright.Page;

/** Somebody who drafts (起案): begins, writes versions, hands them to their route. */
final class Drafter {
    private final Visitor clerk;
    private final Page page;

    private Drafter(Visitor clerk) {
        this.clerk = clerk;
        this.page = clerk.page();
    }

    static Drafter of(Visitor clerk) {
        return new Drafter(clerk);
    }

    /** Begins a draft from the record, or from nothing; its id. */
    String begin(String record, String template) {
        clerk.goToOffice("/office/draft-new" + (record == null ? "" : "?record=" + record));
        page.check("input[name=template][value=" + template + "]");
        page.waitForNavigation(() -> page.locator("button[name=y_send]").click());
        return page.url().replaceAll(".*[?&]id=([0-9a-f-]+).*", "$1");
    }

    /** Writes the next version; the text in its plain form, as somebody without the editor would. */
    void write(String draft, String title, String text) {
        clerk.goToOffice("/office/draft-edit?id=" + draft);
        page.fill("#title", title);
        page.fill("#ask", "次のとおりでよいか伺います。");
        page.selectOption("#matter", "correspondence");
        page.evaluate("text => { const area = document.querySelector('textarea[name=text]'); area.value = text;"
                + " area.form.elements.rich.value = ''; }", text);
        page.waitForNavigation(() -> page.locator("button[name=y_send]").click());
    }

    /** Hands it to its route. */
    void propose(String draft) {
        clerk.goToOffice("/office/draft?id=" + draft);
        page.waitForNavigation(() -> page.locator("#proposeDo").click());
    }
}

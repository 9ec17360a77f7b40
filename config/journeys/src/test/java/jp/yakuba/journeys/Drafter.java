package jp.yakuba.journeys;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Somebody who drafts (起案): begins, writes versions, hands them to their route. */
final class Drafter {
    private static final int MOST_STOPS = 9;

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
        return clerk.id();
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

    /** Puts files to it. */
    void attach(String draft, List<Path> files) {
        clerk.goToOffice("/office/draft-edit?id=" + draft);
        page.setInputFiles("#file", files.toArray(Path[]::new));
        page.waitForCondition(() -> page.locator(".y-files input[type=hidden]").count() == files.size());
        page.waitForNavigation(() -> page.locator("button[name=y_send]").click());
    }

    /** Hands it to its route. */
    void propose(String draft) {
        clerk.goToOffice("/office/draft?id=" + draft);
        page.waitForNavigation(() -> page.locator("#proposeDo").click());
    }

    /** Takes the route to its end by whoever is asked next; the id of the draft that is decided then. */
    void decide(String draft, OpenOffice office, Function<String, Visitor> staff) {
        propose(draft);
        for (int stop = 0; stop < MOST_STOPS && waits(draft, office); stop++) {
            var next = office.ask("""
                    select s.number from yakuba.apv_proposal p join yakuba.apv_step t on t.proposal_id = p.id and t.state = 'WAITING'
                    join yakuba.org_appointment a on a.post = t.post and a.valid_until is null join yakuba.org_staff s on s.id = a.staff
                    where p.subject_id = ?::uuid order by t.number limit 1
                    """, draft);
            var officer = staff.apply(next);
            officer.goToOffice("/office/proposal?id=" + office.ask("select proposal_id::text from yakuba.doc_draft where id = ?::uuid", draft));
            officer.page().waitForNavigation(() -> officer.page().locator("#approve").click());
            officer.leave();
        }
        if (!"DECIDED".equals(office.ask("select state from yakuba.doc_draft where id = ?::uuid", draft))) {
            throw new AssertionError("Not decided: " + page.url() + " says " + page.locator("main").innerText());
        }
    }

    private static boolean waits(String draft, OpenOffice office) {
        return "PROPOSED".equals(office.ask("select state from yakuba.doc_draft where id = ?::uuid", draft));
    }

    /** Sends the decided draft out by post to a body outside. */
    void post(String draft, String to) {
        clerk.goToOffice("/office/dispatch?draft=" + draft);
        page.selectOption("#channel-0", "POST");
        page.fill("#name-0", to);
        page.fill("#postalCode-0", "060-8588");
        page.fill("#address-0", "北海道札幌市中央区北三条西6丁目");
        page.waitForNavigation(() -> page.locator("button[name=y_send]").click());
    }
}

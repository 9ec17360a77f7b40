package jp.yakuba.journeys;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A resident's pages with something on them: a draft, something sent, something to be corrected, a notice. */
final class Life {
    /** Something that waits for a person of the office, and so can be corrected and withdrawn. */
    private static final String COURSE = "lifesaving-course";

    private Life() {}

    /** Makes all of it for whoever is signed in; returns the paths. */
    static List<String> of(Visitor resident, OpenOffice office) {
        var pages = new ArrayList<String>();
        var sent = send(resident, pages);
        correct(sent, office);
        pages.add(visit(send(resident, new ArrayList<>()), office));
        pages.addAll(List.of(sent, sent + "/correct", sent + "/withdraw"));
        var draft = begin(resident, "dog-change");
        pages.addAll(List.of(draft, draft + "/applicant", draft + "/dog", draft + "/check"));
        resident.goTo("/my/notices");
        pages.add(resident.page().locator("main a[href^='/my/notices/']").first().getAttribute("href"));
        return List.copyOf(pages);
    }

    /** The page on which a booked visit is moved; what was sent is made to wait for one. */
    static String visit(String application, OpenOffice office) {
        return office.ask("""
                with waiting as (update yakuba.apl_application set state = 'VISIT', paused_on = current_date, due_on = null
                    where id = ?::uuid returning bundle_id)
                insert into yakuba.apl_appointment (id, starts_at, seat, place, bundle_id)
                select gen_random_uuid(), (current_date + 9 + time '10:00') at time zone 'Asia/Tokyo', 91 + floor(random() * 100000), '住民窓口', bundle_id
                from waiting returning '/my/visit/' || bundle_id
                """, application.replaceAll(".*/", ""));
    }

    /** The page of the draft that asks the first questions. */
    static String question(List<String> life) {
        return life.stream().filter(path -> path.matches("/draft/[0-9a-f-]+/applicant")).findFirst().orElseThrow();
    }

    /** A page on which the account's owner is about to sign something. */
    static String signing(OpenOffice office, String mail) {
        var state = UUID.randomUUID().toString();
        office.ask("""
                insert into yakuba.acc_signing (state_hash, account_id, digest, return_path, created_at, expires_at)
                select sha256(?::bytea), id, sha256('inspection'), '/my', now(), now() + interval '1 hour'
                from yakuba.acc_account where mail = ? returning 1
                """, state, mail);
        return "/sign/" + state;
    }

    private static String begin(Visitor resident, String procedure) {
        resident.goTo("/start?procedure=" + procedure);
        resident.pressMain();
        resident.page().waitForURL("**/draft/**");
        return resident.page().url().replaceAll("^https?://[^/]+(/draft/[^/?#]+).*", "$1");
    }

    private static String send(Visitor resident, List<String> pages) {
        begin(resident, COURSE);
        resident.pressMain();
        Neighbours.dog().know("applicant.mail", "hanako@resident.example")
                .know(COURSE + ".people", "5").know(COURSE + ".wish", "土曜の午前").fillDraft(resident.page());
        resident.page().locator("button[name=y_send]").click();
        resident.page().waitForURL("**/my/done/**");
        pages.add(resident.page().url().replaceAll("^https?://[^/]+", ""));
        resident.pressMain();
        resident.page().waitForURL(address -> !address.contains("/done/"));
        pages.add(resident.page().url().replaceAll("^https?://[^/]+", ""));
        return resident.page().locator("main a[href^='/my/application/']").first().getAttribute("href");
    }

    private static void correct(String application, OpenOffice office) {
        var clerk = Visitor.of(office, Journey.DESK, null)
                .signInAsStaff(Staff.with(office.running().database().owner(), "examiner", "fire"));
        clerk.goToOffice("/office/application?id=" + application.replaceAll(".*/", ""));
        var page = clerk.page();
        page.locator("#correct summary").click();
        page.getByLabel("人数", new Page.GetByLabelOptions().setExact(true)).check();
        page.locator("#correctionWords").fill("人数をもう一度書いてください。");
        page.waitForResponse(answer -> answer.request().method().equals("POST"), () -> page.locator("#requestCorrection").click());
        clerk.leave();
    }
}

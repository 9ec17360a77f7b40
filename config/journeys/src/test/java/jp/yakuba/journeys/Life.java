package jp.yakuba.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** A resident's pages with something on them: a draft, something sent, something to be corrected, a notice. */
final class Life {
    /** Something that waits for a person of the office, and so can be corrected and withdrawn. */
    private static final String COURSE = "lifesaving-course";

    private Life() {}

    /** Makes all of it for whoever is signed in; returns the paths. */
    static List<String> of(Visitor resident, OpenOffice office) {
        var pages = new ArrayList<String>();
        begin(resident, COURSE);
        resident.pressMain();
        course().fillDraft(resident.page());
        var sent = handIn(resident, pages::add);
        correct(sent, office);
        pages.add(visit(send(resident, COURSE, course()), office));
        var page = "/my/application/" + sent;
        pages.addAll(List.of(page, page + "/correct", page + "/withdraw"));
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
                """, application);
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

    /** Begins a draft of the procedure; its path. */
    static String begin(Visitor resident, String procedure) {
        resident.goTo("/start?procedure=" + procedure);
        resident.pressMain();
        resident.page().waitForURL("**/draft/**");
        return resident.page().url().replaceAll("^https?://[^/]+(/draft/[^/?#]+).*", "$1");
    }

    /** Answers what the procedure asks and hands it in; the id of the application. */
    static String send(Visitor resident, String procedure, Questions answers) {
        begin(resident, procedure);
        resident.pressMain();
        answers.fillDraft(resident.page());
        return handIn(resident);
    }

    /** Hands in what was checked; the id of the application. */
    static String handIn(Visitor resident) {
        return handIn(resident, passed -> { });
    }

    private static String handIn(Visitor resident, Consumer<String> passed) {
        resident.page().locator("button[name=y_send]").click();
        resident.page().waitForURL("**/my/done/**");
        passed.accept(resident.page().url().replaceAll("^https?://[^/]+", ""));
        resident.pressMain();
        resident.page().waitForURL(address -> !address.contains("/done/"));
        passed.accept(resident.page().url().replaceAll("^https?://[^/]+", ""));
        return resident.page().locator("main a[href^='/my/application/']").first().getAttribute("href").replaceAll(".*/", "");
    }

    /** Somebody of one journey alone, with the password of the sample residents; the mail address. */
    static String account(OpenOffice office, String name, String mail) {
        return office.ask("""
                insert into yakuba.acc_account (id, display_name, mail, language, state, password_hash, created_at)
                select gen_random_uuid(), ?, ?, 'ja', 'OPEN', password_hash, now() from yakuba.acc_account
                where mail = 'hanako@resident.example' returning mail
                """, name, mail);
    }

    private static Questions course() {
        return Neighbours.dog().know("applicant.mail", "hanako@resident.example")
                .know(COURSE + ".people", "5").know(COURSE + ".wish", "土曜の午前");
    }

    private static void correct(String application, OpenOffice office) {
        var clerk = Visitor.of(office, Journey.DESK, null)
                .signInAsStaff(Staff.with(office.running().database().owner(), "examiner", "fire"));
        Clerk.of(clerk).askAgain(application, COURSE + ".people", "人数をもう一度書いてください。");
        clerk.leave();
    }
}

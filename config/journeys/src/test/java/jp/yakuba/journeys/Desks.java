package jp.yakuba.journeys;

import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javax.sql.DataSource;

/** The desks of the office with something on each (机): who sits there, and the pages they have before them. */
final class Desks {
    private static final String COURSE = "lifesaving-course";
    private static final String MESSAGE = "0a1b2c3d-0000-4000-8000-00000000000a";
    private static final String OUTGOING = "0a1b2c3d-0000-4000-8000-00000000000b";

    /** A desk: the staff number of who sits there, pages, and what is done on some. */
    record Desk(String number, List<String> pages, List<Deed> deeds) {}

    /** A page and what is done on it before it is looked at. */
    record Deed(String path, Consumer<Page> doing) {}

    private final OpenOffice office;
    private final DataSource owner;
    private final List<Desk> desks = new ArrayList<>();

    private Desks(OpenOffice office) {
        this.office = office;
        this.owner = office.running().database().owner();
    }

    /** Puts something on every desk. */
    static List<Desk> of(IntFunction<Visitor> visitors, OpenOffice office) {
        var day = new Desks(office);
        day.examiner(visitors.apply(Journey.DESK));
        day.decider();
        day.registrar();
        day.protectionOfficer();
        day.author();
        day.registerKeepers(visitors.apply(Journey.DESK), visitors.apply(Journey.DESK));
        day.auditor();
        day.operator();
        day.recordsOfficer(visitors.apply(Journey.DESK));
        day.drafter(visitors.apply(Journey.DESK));
        day.dispatcher(visitors);
        day.masker(visitors.apply(Journey.DESK));
        day.personnel(visitors.apply(Journey.DESK));
        return List.copyOf(day.desks);
    }

    private void examiner(Visitor visitor) {
        var number = Staff.with(owner, "examiner", "fire");
        var clerk = visitor.signInAsStaff(number);
        var arrived = enter(clerk);
        var proposed = enter(clerk);
        clerk.goToOffice("/office/application?id=" + proposed);
        clerk.page().locator("#grantWords").fill("受講を認める。");
        clerk.page().waitForNavigation(() -> clerk.page().locator("#proposeGrant").click());
        desks.add(new Desk(number, List.of("/office/inbox", "/office/inbox?scope=overdue", "/office/application?id=" + arrived,
                "/office/application?id=" + proposed, "/office/counter", "/office/counter?procedures=" + COURSE,
                "/office/statistics", "/office/keys", "/preferences?back=%2Foffice%2Finbox"),
                List.of(new Deed("/office/application?id=" + arrived, Desks::openAll),
                        new Deed("/office/counter?procedures=" + COURSE, page -> page.locator("button[name=y_send]").click()),
                        new Deed("/office/statistics", Desks::openAll))));
    }

    /** Enters an application at the counter; its id. */
    static String enter(Visitor clerk) {
        var page = clerk.page();
        clerk.goToOffice("/office/counter?procedures=" + COURSE);
        page.locator("#identityShown").fill("運転免許証");
        Neighbours.dog().know(COURSE + ".people", "5").know(COURSE + ".wish", "土曜の午前").fillSheet(page);
        page.locator("button[name=y_send]").click();
        return page.locator("a[href*='/office/application?id=']").first().getAttribute("href").replaceAll(".*id=", "");
    }

    private static void openAll(Page page) {
        page.locator("main details").evaluateAll("all => all.forEach(one => { one.open = true; })");
    }

    private void registerKeepers(Visitor contracts, Visitor sports) {
        var keeper = Staff.holding(owner, "general-clerk-1");
        var vendor = RegisterPages.vendor(contracts.signInAsStaff(keeper), "青葉建設株式会社");
        RegisterPages.suspend(contracts, "粗雑工事");
        desks.add(new Desk(keeper, List.of("/office/registers", "/office/register-write?register=VENDOR", "/office/register-write?register=VENDOR&number=" + vendor,
                entry("VENDOR", vendor)), List.of(
                new Deed("/office/register-write?register=VENDOR", page -> page.waitForNavigation(() -> page.locator("button[name=y_keep]").click())),
                new Deed(entry("VENDOR", vendor), page -> page.waitForNavigation(() -> page.locator("button[name=y_suspend]").click())))));
        var clerk = Staff.holding(owner, "school-clerk-1");
        var user = RegisterPages.user(sports.signInAsStaff(clerk), "山田　花子", NeighbouringTowns.MEMURO);
        desks.add(new Desk(clerk, List.of("/office/registers?register=FACILITY_USER", "/office/register-write?register=FACILITY_USER",
                "/office/register-write?register=FACILITY_USER&number=" + user, entry("FACILITY_USER", user)), List.of()));
    }

    private static String entry(String register, String number) {
        return "/office/register-entry?register=" + register + "&office=" + NeighbouringTowns.MEMURO + "&number=" + number;
    }

    private void decider() {
        var waiting = office.ask("select p.id::text from yakuba.apv_proposal p where p.closed_at is null order by p.proposed_at desc limit 1");
        desks.add(new Desk(deciderOf(office, waiting), List.of("/office/approvals", "/office/proposal?id=" + waiting), List.of()));
    }

    /** The staff number of who decides about the proposal next. */
    static String deciderOf(OpenOffice office, String proposal) {
        return office.ask("""
                select s.number from yakuba.apv_step t join yakuba.org_appointment a on a.post = t.post and a.valid_until is null
                join yakuba.org_staff s on s.id = a.staff
                where t.proposal_id = '%s' and t.state = 'WAITING' order by t.number limit 1
                """.formatted(proposal));
    }

    private void registrar() {
        var person = office.ask("select id::text from yakuba.res_person order by id limit 1");
        var told = new MoveNotices(owner);
        var open = told.open();
        told.unsent();
        var notice = "/office/move-notice?id=" + open;
        desks.add(new Desk(Staff.with(owner, "registrar", "residents"), List.of("/office/residents", "/office/link?id=" + person, "/office/resident?id=" + person,
                "/office/entries", "/office/wide-copies", "/office/wide-copy-new", "/office/wide-copy?id=" + AtTheDesk.past(office), "/office/move-notices", "/office/move-notices-sent", "/office/move-notices-sent?view=failed", notice, "/office/move-notice?id=" + told.shielded(open)), List.of(
                new Deed("/office/wide-copy-new", page -> page.waitForNavigation(() -> page.locator("button[name=y_ask]").click())),
                new Deed(notice, page -> page.waitForNavigation(() -> page.locator("button[name=y_enter]").click())),
                new Deed(notice, page -> {
                    page.locator("#number1").fill(office.ask("select number from yakuba.res_person order by number desc limit 1"));
                    page.waitForNavigation(() -> page.locator("button[name=y_look]").click());
                }),
                new Deed(notice, Desks::openAll),
                new Deed("/office/resident?id=" + person, Desks::look),
                new Deed("/office/residents", page -> {
                    page.locator("#reason").fill("画面の検査");
                    page.locator("#words").fill("山");
                    page.waitForNavigation(() -> page.locator("#ask").click());
                }),
                new Deed("/office/residents", page -> page.waitForNavigation(() -> page.locator("#ask").click())))));
    }

    private static void look(Page page) {
        page.locator("#reason").fill("画面の検査");
        page.waitForNavigation(() -> page.locator("#show").click());
    }

    private void protectionOfficer() {
        var standing = office.ask("select id::text from yakuba.res_protection order by id limit 1");
        var person = office.ask("select id::text from yakuba.res_person order by id limit 1");
        desks.add(new Desk(Staff.with(owner, "protection-officer", "residents"),
                List.of("/office/protection", "/office/protection-case?id=" + standing, "/office/protect?id=" + person), List.of()));
    }

    private void author() {
        run("""
                insert into yakuba.apl_form_version (id, procedure, number, state, definition, changed_at, changed_by)
                select gen_random_uuid(), procedure, number + 1, 'WORKING', jsonb_set(definition, '{version}', to_jsonb(number + 1)),
                    now(), changed_by
                from yakuba.apl_form_version where procedure = 'elderly-taxi' and state = 'PUBLISHED'
                on conflict do nothing
                """);
        var of = "?procedure=elderly-taxi";
        var trial = "/office/form-trial" + of + "&version="
                + office.ask("select max(number) from yakuba.apl_form_version where procedure = 'elderly-taxi'");
        var shared = new SharedProcedures(owner);
        shared.offerAndTake();
        desks.add(new Desk(Staff.with(owner, "author", "general"), List.of("/office/shared-procedures", "/office/shared-procedures?words=砂",
                "/office/shared-procedures?view=taken", "/office/shared-procedures?view=own", SharedProcedures.PAGE), List.of()));
        desks.add(new Desk(Staff.with(owner, "author", "general"), List.of("/office/forms",
                "/office/procedure?code=elderly-taxi", "/office/form" + of, "/office/form-section" + of + "&at=0",
                "/office/form-question" + of + "&at=0.0", "/office/form-rules" + of, "/office/form-rule" + of,
                "/office/form-when" + of + "&at=0.0", "/office/procedure-new", trial, "/office/form-publish" + of), List.of(
                new Deed(trial, page -> page.waitForNavigation(() -> page.locator("button[name=y_check]").last().click())),
                new Deed("/office/form-rule" + of, Desks::addCondition))));
    }

    private static void addCondition(Page page) {
        page.locator("#c_next").selectOption("@channel");
        page.waitForNavigation(() -> page.locator("#more").click());
    }

    private void auditor() {
        desks.add(new Desk(Staff.with(owner, "auditor", "audit"), List.of("/office/audit", "/office/audit?kind=REFUSAL"),
                List.of(new Deed("/office/audit", page -> page.waitForNavigation(() -> page.locator("#verify").click())))));
    }

    private void operator() {
        run("""
                insert into yakuba.msg_set_aside (id, message_id, source, type, body, reason, arrived_at, last_at)
                values ('%s', '%s', 'yakuba.core.welfare.answer', 'unknown', '{}', 'JSONとして読めません', now(), now())
                on conflict do nothing
                """.formatted(MESSAGE, MESSAGE));
        run("""
                insert into yakuba.msg_outbox (id, version, destination, subject_key, type, type_version, text,
                    answer_expected, created_at, attempts, next_attempt_at, problem, dropped)
                values ('%s', 0, 'yakuba.core.hygiene.request', 'inspection', 'jp.yakuba.core.procedure-decided', 1, '{}',
                    true, now(), 3, now() + interval '1 hour', '返事がありません', false)
                on conflict do nothing
                """.formatted(OUTGOING));
        var notice = "/office/mail?id=" + MESSAGE;
        var refused = Exchanged.of(owner).refused();
        desks.add(new Desk(Staff.with(owner, "operator", "general"), List.of("/office/messages", "/office/message?id=" + MESSAGE,
                "/office/outbox", "/office/outgoing?id=" + OUTGOING, "/office/mails", "/office/mails?all=true", notice,
                "/office/health", "/office/exchange-watch", "/office/exchange-quarantine", "/office/exchange-refused?peer=" + Exchanged.PEER + "&id=" + refused,
                "/office/exchange-peers", "/office/exchange-peer", "/office/exchange-peer?code=" + Exchanged.PEER,
                "/office/exchange-book?of=" + Exchanged.PEER, "/office/exchange-peer?told=132195&name=%E7%8B%9B%E6%B1%9F%E5%B8%82&address=https://exchange.example/api/exchange/v1"), List.of(
                new Deed("/office/exchange-book?of=" + Exchanged.PEER, book -> book.waitForNavigation(() -> book.locator("form#book button").click())),
                new Deed("/office/exchange-peer", peer -> peer.waitForNavigation(() -> peer.locator("button[name=y_write]").click())),
                new Deed("/office/exchange-peer?code=" + Exchanged.PEER, peer -> peer.waitForNavigation(() -> peer.locator("button[name=y_trial]").click())),
                new Deed("/office/exchange-peer?code=" + Exchanged.PEER, peer -> peer.waitForNavigation(() -> peer.locator("button[name=y_suspend]").click())),
                new Deed("/office/exchange-refused?peer=" + Exchanged.PEER + "&id=" + refused,
                        again -> again.waitForNavigation(() -> again.locator("button[name=y_again]").click())))));
    }

    /** Receives a letter and lets herself read it; each page of the records desk has something on it. */
    private void recordsOfficer(Visitor visitor) {
        var number = Staff.with(owner, "records-manager", "general");
        var officer = visitor.signInAsStaff(number);
        var record = Letterbox.of(officer).receive("道道の補修について（照会）", "北海道十勝総合振興局");
        Letterbox.of(officer).circulate(record, number);
        var dossier = office.ask("select id::text from yakuba.doc_dossier where section = 'general' order by id limit 1");
        var page = "/office/record?id=" + record;
        var gone = Bygone.of(owner, "general");
        var bygone = gone.dossier(990, "画面の検査のための綴");
        var list = gone.draw(officer);
        var taken = EarlierPapers.checked(officer, office);
        var exchanged = Exchanged.of(owner);
        var waiting = exchanged.waiting(record, "general");
        exchanged.givenUp(record, "general");
        var inquiries = new Inquiries(owner);
        inquiries.agree();
        var written = inquiries.written("general");
        var asked = inquiries.asked("general", record);
        desks.add(new Desk(number, List.of("/office/inquiries", "/office/inquiries?view=own", "/office/inquiry-edit", "/office/inquiry-edit?id=" + written,
                "/office/inquiry?id=" + written, "/office/inquiry?id=" + inquiries.answered("general", record), "/office/asked?id=" + asked), List.of(
                new Deed("/office/inquiry-edit", blank -> blank.waitForNavigation(() -> blank.locator("button[name=y_keep]").click())),
                new Deed("/office/asked?id=" + asked, answer -> answer.waitForNavigation(() -> answer.locator("button[name=y_draft]").click())))));
        desks.add(new Desk(number, List.of("/office/imports", "/office/import?id=" + taken, "/office/exchange", "/office/exchange?view=arrivals",
                "/office/exchange-take-back?record=" + record + "&message=" + waiting), List.of(
                new Deed("/office/exchange", Desks::openAll),
                new Deed("/office/exchange-take-back?record=" + record + "&message=" + waiting,
                        back -> back.waitForNavigation(() -> back.locator("button[name=y_take_back]").click())),
                new Deed("/office/imports", Desks::openAll),
                new Deed("/office/imports", order -> order.waitForNavigation(() -> order.locator("button[name=y_check]").click())))));
        desks.add(new Desk(number, List.of("/office/tasks", "/office/workload", "/office/disposal-calendar?section=all", "/office/disposals", "/office/disposal?id=" + list,
                "/office/holds", "/office/holds?dossier=" + bygone, "/office/protocols",
                "/office/protocol?id=" + gone.protocol(991), "/office/integrity"), List.of(
                new Deed("/office/holds?dossier=" + bygone, hold -> hold.waitForNavigation(() -> hold.locator("button[name=y_place]").click())),
                new Deed("/office/integrity", proof -> proof.waitForNavigation(
                        () -> proof.locator("#begin button[value=NUMBERS]").click())))));
        desks.add(new Desk(number, List.of("/office/records", page, "/office/receive", "/office/reading", "/office/filing",
                "/office/templates", "/office/template",
                "/office/template?code=notify", "/office/filing?section=general", "/office/dossier?id=" + dossier, "/office/signatures?record=" + record, "/office/search-records",
                "/office/search-records?direction=IN", "/office/search-records?from=2026-11-02&until=2026-11-01"), List.of(
                new Deed("/office/search-records", Desks::find),
                new Deed(page, Desks::openAll), new Deed("/office/filing?section=general", Desks::openAll),
                new Deed("/office/template", send -> send.waitForNavigation(() -> send.locator("button[name=y_send]").click())),
                new Deed("/office/receive", send -> send.waitForNavigation(() -> send.locator("button[name=y_send]").click())))));
    }

    /** Has a draft in two versions, and one that waits for its first words. */
    private void drafter(Visitor visitor) {
        var number = Staff.holding(owner, "planning-lead-3");
        var clerk = visitor.signInAsStaff(number);
        var pen = Drafter.of(clerk);
        var draft = pen.begin(null, "request");
        pen.write(draft, "会場の借用について（依頼）", "# 記\n\n|*日時|*場所|\n|12月1日|公民館|");
        pen.write(draft, "会場の借用について（依頼）", "# 記\n\n|*日時|*場所|\n|12月8日|公民館|");
        var page = "/office/draft?id=" + draft;
        var edit = "/office/draft-edit?id=" + draft;
        desks.add(new Desk(number, List.of("/office/drafts", "/office/drafts?scope=all", "/office/draft-new", page, page + "&from=2&to=3", edit),
                List.of(new Deed(page, Desks::openAll), new Deed(edit, send -> {
                    send.fill("#title", "");
                    send.waitForNavigation(() -> send.locator("button[name=y_send]").click());
                }))));
    }

    /** Has sent a decided draft out by post, and keeps a number that is not used. */
    private void dispatcher(IntFunction<Visitor> visitors) {
        var number = Staff.holding(owner, "environment-clerk-1");
        var clerk = visitors.apply(Journey.DESK).signInAsStaff(number);
        var pen = Drafter.of(clerk);
        var draft = pen.begin(null, "notify");
        pen.write(draft, "排水路の清掃について（通知）", "清掃を行います。");
        pen.decide(draft, office, who -> visitors.apply(Journey.DESK).signInAsStaff(who));
        pen.post(draft, "北海道十勝総合振興局");
        var numbers = "/office/dispatches?view=numbers&section=environment";
        clerk.goToOffice(numbers);
        clerk.page().fill("#purpose", "工事の通知");
        clerk.page().waitForNavigation(() -> clerk.page().locator("button[name=y_take]").click());
        var page = "/office/dispatch?draft=" + draft;
        desks.add(new Desk(number, List.of(page, "/office/draft?id=" + draft, "/office/dispatches", numbers, "/office/dispatches?view=seals",
                "/office/dispatches?view=posting&section=environment", "/office/dispatches?view=notices"), List.of(
                new Deed(page, send -> pressUnfolded(send, "button[name=y_send]")),
                new Deed(page, send -> pressUnfolded(send, "button[name=y_add]")))));
    }

    /** What was sent once is folded away until somebody unfolds it. */
    private static void pressUnfolded(Page page, String button) {
        page.locator("main details").evaluateAll("all => all.forEach(one => { one.open = true; })");
        page.waitForNavigation(() -> page.locator(button).click());
    }

    /** Has begun to cover parts of a contract. */
    private void masker(Visitor visitor) {
        var number = Staff.holding(owner, "residents-lead-1");
        var ink = BlackInk.of(visitor.signInAsStaff(number));
        var record = ink.receive("窓口の委託契約書");
        var sheet = ink.begin(record, "画面の検査のための票");
        ink.draw("50", "80", "300", "30");
        var all = "/office/masks?record=" + record + "&n=0";
        var page = "/office/mask?sheet=" + sheet;
        desks.add(new Desk(number, List.of(all, page, page + "&page=2", page + "&view=copy"), List.of(
                new Deed(all, begin -> begin.waitForNavigation(() -> begin.locator("button[name=y_begin]").click())),
                new Deed(page, draw -> draw.waitForNavigation(() -> draw.locator("button[name=y_draw]").click())),
                new Deed(page, Desks::openAll))));
    }

    private static void find(Page search) {
        search.fill("#words", "補修");
        search.waitForNavigation(() -> search.locator("button[name=y_find]").click());
    }

    /** A reorganisation is planned for a day that no other journey reaches. */
    private void personnel(Visitor visitor) {
        var number = Staff.with(owner, "personnel", "general");
        var page = visitor.signInAsStaff(number).page();
        visitor.goToOffice("/office/reorganisations");
        page.locator("#day").fill("2051-04-01");
        page.locator("#section").selectOption("council");
        page.locator("#code").fill("assembly");
        page.locator("#name").fill("議会課");
        page.locator("#english").fill("Assembly");
        page.locator("#letter").fill("芽会");
        page.waitForNavigation(() -> page.locator("button[name=y_add]").click());
        var line = office.ask("select id::text from yakuba.org_delegation order by matter, id limit 1");
        desks.add(new Desk(number, List.of("/office/absences", "/office/delegations", "/office/reorganisations",
                "/office/appointments",
                "/office/delegation?id=" + line), List.of(new Deed("/office/reorganisations", shown -> pressUnfolded(shown, "button[name=y_add]")),
                        new Deed("/office/appointments", shown -> pressUnfolded(shown, "button[name=y_appoint]")))));
    }

    private void run(String sql) {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }
}

package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import jp.yakuba.cards.SampleAccounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Plugs are pulled: whatever dies, nothing that was acknowledged is lost, nothing happens twice, and the next start puts
 * things in order by itself. One office for all, because each start takes its time.
 */
@DisplayName("電源が切れても")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillIT {
    private static final String HANAKO = SampleAccounts.RESIDENTS.get(0);
    private static final String TARO = SampleAccounts.RESIDENTS.get(1);

    /** Makes what is left for a queue wait, as it does when the sender has not come round yet. */
    private static final String HOLD = """
            CREATE OR REPLACE FUNCTION yakuba.test_hold() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN NEW.next_attempt_at := now() + interval '1 day'; RETURN NEW; END $$;
            CREATE TRIGGER test_hold BEFORE INSERT ON yakuba.msg_outbox FOR EACH ROW
            WHEN (NEW.destination IN ('yakuba.core.hygiene.request', 'yakuba.core.ledger.answer'))
            EXECUTE FUNCTION yakuba.test_hold()""";
    private static final String LET_GO = """
            DROP TRIGGER IF EXISTS test_hold ON yakuba.msg_outbox; DROP FUNCTION IF EXISTS yakuba.test_hold();
            UPDATE yakuba.msg_outbox SET next_attempt_at = now() WHERE done_at IS NULL AND sent_at IS NULL""";
    private static final String NUMBERS_MISSING = """
            select direction || ' ' || section || ' ' || last from yakuba.doc_counter c
            where last <> (select count(*) from yakuba.doc_record r where r.direction = c.direction and r.section = c.section
                           and r.fiscal_year = c.fiscal_year)
            union all
            select day || ' ' || last from yakuba.apl_receipt_counter c
            where last <> (select count(*) from yakuba.apl_application a
                           where cast(a.arrived_at at time zone 'Asia/Tokyo' as date) = c.day)""";

    private static final AtomicInteger ACKNOWLEDGED = new AtomicInteger();
    private static final AtomicBoolean ENOUGH = new AtomicBoolean();
    private static KilledOffice office;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.launch();
        office = KilledOffice.open();
    }

    @AfterAll
    static void leave() {
        if (office != null) {
            office.end();
        }
        chromium.close();
    }

    @Test
    @Order(1)
    @DisplayName("サーバと起動プログラムを同時に切る：送る前の電文も、返事の前の結果も、書きかけの答えも失われず、二度は起きない")
    void theServerDiesBetweenCommitAndSendBetweenEffectAndAnswerAndWhileSomebodyTypes() {
        office.command(HOLD);
        office.outsideIs("water.mode=late\nwater.delay-seconds=8\n");
        var dog = applicationOf(sendsDog(HANAKO).orElseThrow());
        var move = entersMoveAtCounter();
        var water = applicationOf(sendsWater(HANAKO).orElseThrow());
        var writer = writes();
        await("the ledger has taken the move", () -> count("res_event", "cause_id = '" + move + "'") == 1);
        await("the water works have acted", () -> actsUpon("water", water) == 1);
        assertThat(state(water)).isEqualTo("IN_CORE");
        assertThat(office.ask("select count(*) from yakuba.msg_outbox where sent_at is null and done_at is null")).as("held back")
                .containsExactly("2");

        Launcher.killRecorded(office.home().resolve("run/server.pid"));
        office.launcher().kill();
        writer.fill("[name='applicant.kana']", "たいぷ　とちゅう");
        office.start();
        office.command(LET_GO);

        assertThat(office.launcher().said()).anyMatch(line -> line.contains("putting things in order"));
        writer.locator("button[name=y_next]").last().click();
        writer.waitForLoadState();
        await("nothing typed is lost", () -> typed().contains("090-7777-8888") && typed().contains("たいぷ　とちゅう"));
        await("the dog's message arrives", () -> state(dog).equals("DONE"));
        await("the water works' answer arrives", () -> state(water).equals("DONE"));
        await("the ledger's answer arrives", () -> count("msg_outbox", "done_at is null") == 0);
        assertThat(actsUpon("hygiene", dog)).isEqualTo(1);
        assertThat(actsUpon("water", water)).isEqualTo(1);
        assertThat(count("res_event", "cause_id = '" + move + "'")).isEqualTo(1);
        assertThat(state(move)).isEqualTo("VISIT");
        booksAreInOrder();
    }

    @Test
    @Order(2)
    @DisplayName("申請を送る最中にデータベースを切る：受け付けたと言ったものは全部あり、言わなかったものは半分も残らない")
    void theDatabaseDiesInTheMiddleOfSubmissions() throws Exception {
        office.command(LET_GO);
        var crowd = Executors.newFixedThreadPool(4);
        var before = count("apl_bundle", "true");
        for (var work : crowd.invokeAll(List.<Callable<Void>>of(() -> sendsMany(HANAKO), () -> sendsMany(TARO), () ->
                sendsMany(TARO),
                KillIT::killsDatabaseSoon), 4, TimeUnit.MINUTES)) {
            work.get();
        }
        crowd.shutdown();
        var acknowledged = ACKNOWLEDGED.get();

        await("the office serves again", () -> sendsDog(HANAKO).isPresent());
        assertThat(acknowledged).as("some were taken in").isPositive();
        assertThat(count("apl_bundle", "true") - before - 1)
                .as("every acknowledged one, and at most those whose answer was cut off")
                .isBetween((long) acknowledged, acknowledged + 3L);
        await("every message is done", () -> count("msg_outbox", "done_at is null") == 0);
        await("every dog is known outside", () -> count("apl_application", "procedure = 'dog-change' and state <> 'DONE'") == 0);
        assertThat(office.actedUpon("hygiene")).as("each exactly once").doesNotHaveDuplicates()
                .hasSize((int) count("apl_application", "procedure = 'dog-change'"));
        booksAreInOrder();
    }

    @Test
    @Order(3)
    @DisplayName("Ctrl-C で、すべてが順に閉じる")
    void everythingClosesInOrder() {
        assertThat(office.launcher().close()).isIn(0, 143);

        assertThat(office.launcher().said()).anyMatch(line -> line.contains("Closing: PostgreSQL"));
        assertThat(office.running()).isEmpty();
    }

    private static void booksAreInOrder() {
        assertThat(office.ask(NUMBERS_MISSING)).as("no gap in any series").isEmpty();
        assertThat(count("apl_application", "record_id is null")).as("each has its record").isZero();
        assertThat(office.ask("select procedure from yakuba.apl_application a group by bundle_id, procedure"
                + " having count(*) > 1")).isEmpty();
        await("the sealer has come round", () -> count("aud_unsealed", "true") == 0);
        assertThat(office.brokenAuditChain()).as("the audit chain holds").isEmpty();
    }

    private static Void killsDatabaseSoon() {
        try {
            await("some are taken in", () -> ACKNOWLEDGED.get() > 2);
            Launcher.killRecorded(office.home().resolve("database/postmaster.pid"));
            pause();
            office.database().start();
            var then = ACKNOWLEDGED.get();
            await("more are taken in by the same server", () -> ACKNOWLEDGED.get() > then);
        } finally {
            ENOUGH.set(true);
        }
        return null;
    }

    /** Sends one after the other until it is enough, and counts what the office said it has taken in. */
    private static Void sendsMany(String mail) {
        while (!ENOUGH.get()) {
            try {
                sendsDog(mail).ifPresent(receipts -> ACKNOWLEDGED.incrementAndGet());
            } catch (UncheckedIOException | IllegalStateException dark) {
                pause();
            }
        }
        return null;
    }

    private static Optional<String> sendsDog(String mail) {
        return Applicant.begins(resident(mail), "dog-change").answers(Applicant.DOG).sends();
    }

    private static Optional<String> sendsWater(String mail) {
        var applicant = new LinkedHashMap<>(Applicant.DOG.get("applicant"));
        applicant.put("applicant.mail", mail);
        var start = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        return Applicant.begins(resident(mail), "water-start").answers(Map.of("applicant", applicant, "water",
                Map.of("move.new.postal", "0820012", "move.new.place", "北海道河西郡芽室町東二条", "move.new.lot", "１番地",
                        "water.startOn.y", "" + start.getYear(), "water.startOn.m", "" + start.getMonthValue(),
                        "water.startOn.d", "" + start.getDayOfMonth(), "water-start.use", "home", "water-start.payment", "slip",
                        "water-start.sewer", "yes"))).sends();
    }

    private static Intruder resident(String mail) {
        return Intruder.before(office.portal("")).signIn(mail);
    }

    /** A clerk enters the move of somebody at the counter; the id of the application. */
    private static String entersMoveAtCounter() {
        var clerk = Intruder.before(office.office("")).signInAsStaff(Staff.with(office.owner(), "registrar", "residents"));
        var moved = LocalDate.now(ZoneId.of("Asia/Tokyo")).minusDays(2);
        var sheet = new LinkedHashMap<>(clerk.filled("/office/counter?procedures=move-in", Map.of()));
        sheet.put("procedures", "move-in");
        sheet.put("move.date.y", "" + moved.getYear());
        sheet.put("move.date.m", "" + moved.getMonthValue());
        sheet.put("move.date.d", "" + moved.getDayOfMonth());
        sheet.putAll(Map.of("move.new.postal", "0820012", "move.new.place", "北海道河西郡芽室町東二条", "move.new.lot", "５番地",
                "move.from", "domestic", "move.previous.postal", "0600003", "move.previous.place", "北海道札幌市中央区北三条西",
                "move.previous.lot", "１丁目", "move.previousHead", "停電　太郎", "move.joins", "no"));
        sheet.putAll(Map.of("household.members.0.name", "停電　太郎", "household.members.0.kana", "ていでん　たろう",
                "household.members.0.birthDate.y", "1980", "household.members.0.birthDate.m", "1",
                        "household.members.0.birthDate.d", "5",
                "household.members.0.sex", "1", "household.members.0.relationship", "世帯主", "household.members.0.nationality",
                        "日本"));
        sheet.putAll(Map.of("applicant.member", "m0", "applicant.phone", "090-0000-1111", "identityShown", "運転免許証", "y_send",
                "on"));
        sheet.put("visit.appointment", firstAppointment(clerk));
        var answer = clerk.post("/office/counter", sheet);
        var ids = office.ask("select id from yakuba.apl_application where procedure = 'move-in'");
        assertThat(ids).as(answer.statusCode() + " " + answer.body().replaceAll("(?s).*<main|<[^>]*>|\\s+", " ")).hasSize(1);
        return ids.get(0);
    }

    /** The first half hour that the sheet offers for a visit. */
    private static String firstAppointment(Intruder clerk) {
        var option = Pattern.compile("<option value=\"(20[^\"]+)\"").matcher(clerk.get("/office/counter?procedures=move-in").body());
        assertThat(option.find()).as("visits are offered").isTrue();
        return option.group(1);
    }

    /** Somebody in the middle of typing; the first answer has been saved by itself. */
    private static Page writes() {
        var page = chromium.open(new Browser.NewContextOptions().setLocale("ja-JP")).newPage();
        page.navigate(office.portal("/sign-in"));
        page.fill("input[type=email], input[name$=mail]", TARO);
        page.fill("input[type=password]", SampleAccounts.RESIDENT_PASSWORD);
        page.locator("main .y-btn--main").first().click();
        page.waitForURL(address -> !address.contains("/sign-in"));
        page.navigate(office.portal("/start?procedure=dog-change"));
        page.locator("main .y-btn--main:visible").first().click();
        page.waitForURL("**/draft/**");
        page.navigate(page.url().replaceAll("(/draft/[^/?#]+).*", "$1/applicant"));
        page.fill("[name='applicant.phone']", "090-7777-8888");
        page.locator("[name='applicant.phone']").blur();
        await("what is typed is saved", () -> typed().contains("090-7777-8888"));
        return page;
    }

    private static String typed() {
        return String.join("\n", office.ask("select answers::text from yakuba.apl_draft where bundle_id is null"));
    }

    private static String applicationOf(String receipts) {
        return office.ask("select id from yakuba.apl_application where bundle_id = '"
                + receipts.substring("/my/done/".length()) + "'").get(0);
    }

    private static String state(String application) {
        return office.ask("select state from yakuba.apl_application where id = '" + application + "'").get(0);
    }

    private static long count(String table, String where) {
        return Long.parseLong(office.ask("select count(*) from yakuba." + table + " where " + where).get(0));
    }

    private static long actsUpon(String system, String application) {
        return office.actedUpon(system).stream().filter(line -> line.contains(application)).count();
    }

    private static void await(String what, BooleanSupplier done) {
        var deadline = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (System.nanoTime() < deadline) {
            if (holds(done)) {
                return;
            }
            pause();
        }
        assertThat(holds(done)).as(what).isTrue();
    }

    private static boolean holds(BooleanSupplier done) {
        try {
            return done.getAsBoolean();
        } catch (UncheckedIOException | IllegalStateException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

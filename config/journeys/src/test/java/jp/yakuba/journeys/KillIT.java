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
    private static final String ASKED = "destination = 'yakuba.core.hygiene.request' and done_at is null";

    private static final AtomicInteger ACKNOWLEDGED = new AtomicInteger();
    private static final AtomicBoolean ENOUGH = new AtomicBoolean();
    private static KilledOffice office;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = Chromium.launch();
        office = KilledOffice.fresh();
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
    @DisplayName("まだ開いている途中の Ctrl-C でも、はじめたものはすべて閉じる")
    void whatIsStillOpeningClosesToo() {
        var opening = office.begin().awaitSaid("Starting WildFly");

        assertThat(opening.close()).as("exit code: " + opening.said()).isIn(130, 143);

        assertThat(office.running()).isEmpty();
        assertThat(opening.said()).as("nothing is refused to somebody who does not want it any more")
                .noneMatch(line -> line.startsWith("Interrupted"));
    }

    @Test
    @Order(2)
    @DisplayName("サーバと起動プログラムを同時に切る：送る前の電文も、返事の前の結果も、書きかけの答えも、移行文書の取込も失われず、二度は起きない")
    void theServerDiesBetweenCommitAndSendBetweenEffectAndAnswerAndWhileSomebodyTypes() {
        office.start();
        office.command(HOLD);
        office.outsideIs("water.mode=late\nwater.delay-seconds=8\n");
        var writer = writes();
        var dog = applicationOf(sendsDog(HANAKO).orElseThrow());
        var move = MoveAtCounter.entered(office);
        await("the ledger has taken the move", () -> office.count("res_event", "cause_id = '" + move + "'") == 1);
        var water = applicationOf(sendsWater(HANAKO).orElseThrow());
        await("the water works have acted", () -> actsUpon("water", water) == 1);
        assertThat(state(water)).isEqualTo("IN_CORE");
        assertThat(office.count("msg_outbox", "sent_at is null and done_at is null")).as("held back").isEqualTo(2);
        var documents = ImportUnderway.of(office, KillIT::await);

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
        await("the ledger's answer arrives", () -> office.count("msg_outbox", "done_at is null") == 0);
        assertThat(actsUpon("hygiene", dog)).isEqualTo(1);
        assertThat(actsUpon("water", water)).isEqualTo(1);
        assertThat(office.count("res_event", "cause_id = '" + move + "'")).isEqualTo(1);
        assertThat(state(move)).isEqualTo("VISIT");
        documents.mustComeToItsEnd();
        Books.of(office).mustBeInOrder();
    }

    @Test
    @Order(3)
    @DisplayName("申請を送る最中にデータベースを切る：受け付けたと言ったものは全部あり、言わなかったものは半分も残らない")
    void theDatabaseDiesInTheMiddleOfSubmissions() throws Exception {
        office.command(LET_GO);
        var crowd = Executors.newFixedThreadPool(4);
        var before = office.count("apl_bundle", "true");
        for (var work : crowd.invokeAll(List.<Callable<Void>>of(() -> sendsMany(HANAKO), () -> sendsMany(TARO), () ->
                sendsMany(TARO),
                KillIT::killsDatabaseSoon), 4, TimeUnit.MINUTES)) {
            work.get();
        }
        crowd.shutdown();
        var acknowledged = ACKNOWLEDGED.get();

        await("the office serves again", () -> sendsDog(HANAKO).isPresent());
        assertThat(acknowledged).as("some were taken in").isPositive();
        assertThat(office.count("apl_bundle", "true") - before - 1)
                .as("every acknowledged one, and at most those whose answer was cut off")
                .isBetween((long) acknowledged, acknowledged + 3L);
        await("every message is done", () -> office.count("msg_outbox", "done_at is null") == 0);
        await("every dog is known outside", () -> office.count("apl_application", "procedure = 'dog-change' and state <> 'DONE'") == 0);
        assertThat(office.actedUpon("hygiene")).as("each exactly once").doesNotHaveDuplicates()
                .hasSize((int) office.count("apl_application", "procedure = 'dog-change'"));
        Books.of(office).mustBeInOrder();
    }

    @Test
    @Order(4)
    @DisplayName("相手が一週間いなくても：間をあけて送り直し、運用の画面に見え、戻れば一度だけ済む")
    void aCoreSystemIsAwayForAWeek() {
        office.outsideIs("hygiene.mode=down\n");
        await("the system is gone", () -> office.lastWordOf("hygiene").endsWith("closed"));
        var dog = applicationOf(sendsDog(HANAKO).orElseThrow());
        for (var copy = 1; copy <= 4; copy++) {
            awaitCopies(copy);
            assertThat(minutesToNextCopy()).as("pause after copy " + copy).isEqualTo(1L << (copy - 1));
            office.clockGoesTo("select next_attempt_at from yakuba.msg_outbox where " + ASKED);
        }
        awaitCopies(5);
        office.clockGoesTo("select created_at + interval '7 days' from yakuba.msg_outbox where " + ASKED);
        awaitCopies(6);

        var operator = Intruder.before(office.office("")).signInAsStaff(Staff.with(office.owner(), "operator", "general-affairs"));
        assertThat(operator.get("/office/outbox").body()).contains("yakuba.core.hygiene.request");
        assertThat(operator.get("/office/health").body().replaceAll("<[^>]*>", "").replaceAll("\\s+", ""))
                .contains("送る電文要確認まだ送っていないもの0件、返事を待っているもの1件");
        awaitCopies(6);
        assertThat(state(dog)).isEqualTo("IN_CORE");
        office.outsideIs("");

        await("the system has caught up", () -> state(dog).equals("DONE"));
        assertThat(actsUpon("hygiene", dog)).isEqualTo(1);
        assertThat(office.count("apl_history", "state = 'DONE' and application_id = '" + dog + "'")).isEqualTo(1);
        Books.of(office).mustBeInOrder();
    }

    @Test
    @Order(5)
    @DisplayName("同じ場所に二つめは開かず、Ctrl-C ですべてが順に閉じ、別の町はそこに開かない")
    void everythingClosesInOrder() {
        assertThat(office.begin().refusal()).contains("An office is already open on " + office.home());
        assertThat(office.launcher().close()).isIn(130, 143);

        assertThat(office.launcher().said()).anyMatch(line -> line.contains("Closing: PostgreSQL"));
        assertThat(office.running()).isEmpty();
        assertThat(office.begin("-Dyakuba.town=132209").refusal()).contains("This database is the town 016373, not 132209");
        assertThat(office.running()).isEmpty();
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

    /** Somebody in the middle of typing; the first answer has been saved by itself. */
    private static Page writes() {
        var page = chromium.open(new Browser.NewContextOptions().setLocale("ja-JP")).newPage();
        page.navigate(office.portal("/sign-in"));
        page.fill("input[type=email], input[name$=mail]", TARO);
        page.fill("input[type=password]", SampleAccounts.RESIDENT_PASSWORD);
        page.click("#send");
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

    private static long actsUpon(String system, String application) {
        return office.actedUpon(system).stream().filter(line -> line.contains(application)).count();
    }

    /** How often the one open request was sent, once it is that often; more would be found by the next look. */
    private static void awaitCopies(int copies) {
        await("copy " + copies, () -> office.count("msg_outbox", ASKED + " and attempts >= " + copies) == 1);
        assertThat(office.ask("select attempts from yakuba.msg_outbox where " + ASKED)).containsExactly("" + copies);
    }

    private static long minutesToNextCopy() {
        return Long.parseLong(office.ask("select round(extract(epoch from next_attempt_at - sent_at) / 60) from yakuba.msg_outbox"
                + " where " + ASKED).get(0));
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

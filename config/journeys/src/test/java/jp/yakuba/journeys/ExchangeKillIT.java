package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Power cuts while a letter goes from one town to the other. At each of its steps an office is killed, server and database; then the books
 * of both must agree: no receipt for what is not kept, no letter twice, none lost.
 */
@DisplayName("収受のどの段階で電源が切れても、両方の帳簿は合う")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExchangeKillIT {
    private static final int FIRST_OFFSET = 2700;
    private static final int PIECES = 3;
    private static final int PIECE = 4 << 20;
    private static final int ROUNDS = Integer.getInteger("yakuba.kill.rounds", 1);
    private static final boolean EACH_ALONE = Boolean.getBoolean("yakuba.kill.apart");
    private static final int AT_ONCE = 4;
    private static final int LONGEST_MILLIS = 4_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String RECEIPTS = """
            select id || ' ' || sha256 || ' ' || their_number from yakuba.exc_parcel where state = 'RECEIPTED' order by 1""";
    private static final String RECORDS = """
            select a.id || ' ' || a.sha256 || ' ' || r.number from yakuba.exc_arrival a join yakuba.doc_record r on r.id = a.record_id
            where a.state = 'ACCEPTED' order by 1""";
    private static final String LEFT_OPEN = """
            select count(*) from yakuba.exc_parcel where state not in ('RECEIPTED')""";
    private static final String WITHOUT_FILE = """
            select a.id::text from yakuba.exc_arrival a where a.state = 'ACCEPTED'
            and not exists (select 1 from yakuba.doc_file f where f.sha256 = a.sha256)""";
    private static final String ORPHANS = """
            select r.number from yakuba.doc_record r where exists (select 1 from yakuba.doc_receipt w where w.record_id = r.id and w.channel = 'EXCHANGE')
            and not exists (select 1 from yakuba.exc_arrival a where a.record_id = r.id)""";

    private static NeighbouringTowns towns;
    private static String draft;
    private static int sent;

    /** Where the plug is pulled, and whose. */
    enum Step {
        PIECE_IS_WRITTEN(true, "INSERT", "exc_chunk", "NEW.number = 1", false, true),
        ALL_PIECES_ARE_SAID(true, "UPDATE", "exc_arrival", "NEW.state = 'STORED' AND OLD.state = 'RECEIVING'", false, true),
        RECORD_IS_ENTERED(true, "INSERT", "doc_receipt", "NEW.channel = 'EXCHANGE'", false, true),
        RECEIPT_IS_WRITTEN(true, "UPDATE", "exc_arrival", "NEW.state = 'ACCEPTED' AND OLD.state <> 'ACCEPTED'", false, true),
        RECEIPT_IS_COMMITTED(true, "UPDATE", "exc_arrival", "NEW.state = 'ACCEPTED' AND OLD.state <> 'ACCEPTED'", true, true),
        RECEIPT_IS_ON_ITS_WAY(false, "UPDATE", "exc_parcel", "NEW.state = 'RECEIPTED' AND OLD.state <> 'RECEIPTED'", false, true),
        RECEIPT_IS_TAKEN(false, "UPDATE", "exc_parcel", "NEW.state = 'RECEIPTED' AND OLD.state <> 'RECEIPTED'", true, false);

        private final boolean atRecipient;
        private final String deed;
        private final String table;
        private final String when;
        private final boolean atCommit;
        private final boolean recipientDies;

        Step(boolean atRecipient, String deed, String table, String when, boolean atCommit, boolean recipientDies) {
            this.atRecipient = atRecipient;
            this.deed = deed;
            this.table = table;
            this.when = when;
            this.atCommit = atCommit;
            this.recipientDies = recipientDies;
        }

        HeldStep make() {
            var town = atRecipient ? towns.higashiyamato() : towns.memuro();
            return atCommit ? HeldStep.atCommit(town, name(), deed, table, when) : HeldStep.before(town, name(), deed, table, when);
        }

        void letGo() {
            HeldStep.remove(atRecipient ? towns.higashiyamato() : towns.memuro(), name());
        }

        OpenOffice victim() {
            return recipientDies ? towns.higashiyamato() : towns.memuro();
        }
    }

    @BeforeAll
    static void open() throws Exception {
        towns = NeighbouringTowns.open("killed-towns", FIRST_OFFSET);
        var memuro = towns.memuro();
        var visitors = new ArrayList<Visitor>();
        var clerk = staff(memuro, NeighbouringTowns.clerkOf(memuro), visitors);
        draft = NeighbouringTowns.decided(memuro, clerk, null, "三つに分かれて届く文書", List.of(picture()), number -> staff(memuro, number, visitors));
        visitors.forEach(Visitor::leave);
    }

    private static Visitor staff(OpenOffice office, String number, List<Visitor> visitors) {
        var visitor = Visitor.of(office, Journey.DESK, null).signInAsStaff(number);
        visitors.add(visitor);
        return visitor;
    }

    /** Large enough to go in pieces; a compression finds nothing in it. */
    private static Path picture() throws Exception {
        var file = Brought.file("attached.csv");
        var lines = new StringBuilder("番号,値\r\n");
        var chance = new Random(PIECES);
        while (lines.length() < PIECES * PIECE) {
            lines.append(Long.toUnsignedString(chance.nextLong(), Character.MAX_RADIX)).append(',').append(chance.nextInt()).append("\r\n");
        }
        Files.writeString(file, lines);
        return file;
    }

    @AfterAll
    static void close() {
        if (towns != null) {
            towns.close();
        }
    }

    /**
     * Steps at which letters stand at once when the plug is pulled, each letter at one; who stands further on has come there first. Each start of a
     * server costs half a minute, so that there are as few cuts as the steps allow, unless a run asks for one cut a step.
     */
    static List<List<Step>> cuts() {
        return EACH_ALONE ? Stream.of(Step.values()).map(List::of).toList() : List.of(
                List.of(Step.RECORD_IS_ENTERED, Step.PIECE_IS_WRITTEN),
                List.of(Step.RECEIPT_IS_WRITTEN, Step.ALL_PIECES_ARE_SAID),
                List.of(Step.RECEIPT_IS_ON_ITS_WAY, Step.RECEIPT_IS_COMMITTED),
                List.of(Step.RECEIPT_IS_TAKEN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cuts")
    @Order(1)
    @DisplayName("段階ごとに切る")
    void theBooksAgreeAfterACutAt(List<Step> steps) {
        var victim = steps.get(0).victim();
        var held = steps.stream().map(Step::make).toList();
        try {
            for (var step : held) {
                step.hold();
                send(1);
                step.awaitSomebody();
            }
            towns.kill(victim);
        } finally {
            held.forEach(HeldStep::close);
        }
        restart(victim);
        nothingIsPromisedThatIsNotKept();
        allArriveOnce();
        steps.forEach(Step::letGo);
    }

    @Test
    @Order(0)
    @DisplayName("どの段階でも一度は切る。同時に止まる段階は、同じ役所の電源が切れる段階")
    void noStepIsLeftOut() {
        assertThat(cuts().stream().flatMap(List::stream)).containsExactlyInAnyOrder(Step.values());
        assertThat(cuts()).allMatch(steps -> steps.stream().map(step -> step.recipientDies).distinct().count() == 1);
    }

    @Test
    @Order(2)
    @DisplayName("いつ切れるか分からないまま、くり返し切る")
    void theBooksAgreeAfterCutsAtAnyTime() throws InterruptedException {
        var chance = new Random();
        for (int round = 0; round < ROUNDS; round++) {
            send(AT_ONCE);
            long pause = chance.nextInt(LONGEST_MILLIS);
            TimeUnit.MILLISECONDS.sleep(pause);
            System.out.printf("  Round %d: the recipient dies after %d ms with %s receipted%n", round + 1, pause,
                    towns.memuro().ask("select count(*) from yakuba.exc_parcel where state = 'RECEIPTED'"));
            var victim = towns.higashiyamato();
            towns.kill(victim);
            restart(victim);
            nothingIsPromisedThatIsNotKept();
        }
        allArriveOnce();
    }

    /** Opens it again; what waits there and here is tried at once, as an operator does who sees the other office back (今すぐ試す), and not after its pause. */
    private static void restart(OpenOffice victim) {
        long began = System.nanoTime();
        towns.restart(victim);
        var waited = towns.memuro().ask("with w as (update yakuba.exc_parcel set next_at = now(), attempts = 0, version = version + 1"
                + " where next_at > now() and not claimed returning id) select count(*) from w");
        System.out.printf("  Open again after %d s; %s letters waited%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began), waited);
    }

    /** Sends the decided letter out again and again, each time under a number of its own. */
    private static void send(int times) {
        var memuro = towns.memuro();
        var clerk = Intruder.atOffice(memuro).signInAsStaff(NeighbouringTowns.clerkOf(memuro));
        var page = "/office/dispatch?draft=" + draft;
        for (int time = 0; time < times; time++) {
            var typed = new LinkedHashMap<>(Map.of("series", "LETTER", "number", "", "channel-0", "EXCHANGE", "office-0", NeighbouringTowns.HIGASHIYAMATO,
                    "mark-0", "ORDINARY"));
            typed.put("y_send", "on");
            assertThat(clerk.post(page, clerk.filled(page, typed)).statusCode()).as("the letter leaves").isIn(200, 302, 303);
            sent++;
            assertThat(memuro.ask("select count(*) from yakuba.exc_parcel")).isEqualTo(String.valueOf(sent));
        }
    }

    /** First the sender's book is read, then the recipient's: what the sender was promised must be kept by then. */
    private static void nothingIsPromisedThatIsNotKept() {
        var promised = lines(towns.memuro(), RECEIPTS);
        assertThat(lines(towns.higashiyamato(), RECORDS)).containsAll(promised);
        assertThat(lines(towns.higashiyamato(), WITHOUT_FILE)).as("each with its container").isEmpty();
    }

    private static void allArriveOnce() {
        Until.holds("every letter is receipted", PATIENCE, () -> "0".equals(towns.memuro().ask(LEFT_OPEN)));
        var receipts = lines(towns.memuro(), RECEIPTS);
        assertThat(receipts).hasSize(sent);
        assertThat(lines(towns.higashiyamato(), RECORDS)).isEqualTo(receipts);
        assertThat(lines(towns.higashiyamato(), ORPHANS)).as("no record without its arrival").isEmpty();
        assertThat(lines(towns.higashiyamato(), Books.NUMBERS_MISSING)).as("no gap in any series").isEmpty();
        assertThat(lines(towns.memuro(), Books.NUMBERS_MISSING)).as("no gap in any series").isEmpty();
    }

    private static List<String> lines(OpenOffice town, String sql) {
        return town.askAll(sql);
    }
}

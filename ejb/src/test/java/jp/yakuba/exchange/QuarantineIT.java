package jp.yakuba.exchange;

import static jp.yakuba.exchange.OperatorsFixture.CODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import jp.yakuba.document.api.RecordsEnded;
import jp.yakuba.exchange.api.ArrivalDesk;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.api.LetterMark;
import jp.yakuba.exchange.api.QuarantineDesk;
import jp.yakuba.exchange.model.ArrivalKey;
import jp.yakuba.exchange.service.ArrivalRound;
import jp.yakuba.exchange.service.ExchangeSweep;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("否認したものの隔離と再判定、止めた相手(コンテナ内)")
class QuarantineIT {
    private static final String WHY = "走査の設定が誤っていたため";

    @Inject
    private OperatorsFixture town;

    @Inject
    private ArrivalDesk arrivals;

    @Inject
    private QuarantineDesk quarantine;

    @Inject
    private ArrivalRound round;

    @Inject
    private ExchangeSweep sweep;

    @Inject
    private Event<RecordsEnded> ended;

    @Resource
    private UserTransaction transaction;

    @Resource
    private ManagedExecutorService executor;

    @BeforeEach
    void open() throws Exception {
        town.open();
    }

    @AfterEach
    void close() throws Exception {
        town.close();
    }

    @Test
    @DisplayName("誤って否認したものは、もう一度確かめれば一件の収受になり、新しい受領通知が届けられる。前の否認通知を渡したという遅い返事は、それを止めない")
    void aWrongRefusalBecomesAReceipt() throws Exception {
        var letter = refused("再判定");
        var refusal = answerTo(letter);
        assertThat(lines()).contains(letter.id().toString());
        var seen = town.asOperator(() -> quarantine.open(CODE, letter.id()));
        assertThat(seen.head().number()).isEqualTo(letter.head().number());
        assertThat(seen.line().isWhole()).isTrue();

        judgeAgain(letter);
        awaitState(letter, "ACCEPTED");
        var receipt = answerTo(letter);
        assertThat(town.read(letter, receipt).isReceipt()).isTrue();
        assertThat(records("再判定")).isEqualTo("1");
        assertThat(of(letter, "fault IS NULL AND judged_again = 1")).isEqualTo("t");
        assertThat(town.text("SELECT fault FROM yakuba.exc_earlier_answer WHERE incoming AND message = '" + letter.id() + "'"))
                .as("what was signed once is kept").isEqualTo(ExchangeFault.SERVICE_NOT_ALLOWED.code());
        refused(ExchangeProblem.NOT_IN_THIS_STATE, () -> judgeAgain(letter));

        var key = new ArrivalKey(CODE, letter.id());
        town.asOwner("UPDATE yakuba.exc_arrival SET answer_due = now() + interval '1 hour' WHERE id = '" + letter.id() + "'");
        round.answerTaken(key, refusal);
        round.answerMustWait(key, refusal);
        assertThat(of(letter, "answer_due IS NOT NULL AND answer_attempts = 0")).as("the receipt is still to be brought").isEqualTo("t");
        round.answerTaken(key, receipt);
        assertThat(of(letter, "answer_due IS NULL")).isEqualTo("t");
    }

    @Test
    @DisplayName("もう一度確かめても合わないものは、前の否認通知のまま残り、今わかったことが添えられる")
    void whatDoesNotHoldAgainStaysRefused() throws Exception {
        var letter = town.other().letter("宛先の違うもの", UUID.randomUUID(), 1, LetterMark.ORDINARY, "990027");
        deliver(letter);
        awaitState(letter, "REFUSED");
        var refusal = answerTo(letter);
        judgeAgain(letter);
        town.await("SELECT again_fault FROM yakuba.exc_arrival WHERE id = '" + letter.id() + "'", ExchangeFault.RECIPIENT_WRONG.code());
        assertThat(of(letter, "state = 'REFUSED'")).isEqualTo("t");
        assertThat(answerTo(letter)).isEqualTo(refusal);
        assertThat(records("宛先の違うもの")).isEqualTo("0");
    }

    @Test
    @DisplayName("二人が同時にもう一度確かめても、収受は一件、断られるのは一人")
    void twoOperatorsOneRecord() throws Exception {
        var letter = refused("二人の再判定");
        var start = new CountDownLatch(1);
        var hands = new ArrayList<Future<Problem>>();
        for (int hand = 0; hand < 2; hand++) {
            hands.add(executor.submit(() -> {
                start.await();
                try {
                    judgeAgain(letter);
                    return null;
                } catch (Exception refused) {
                    return OperatorsFixture.problemOf(refused);
                }
            }));
        }
        start.countDown();
        var outcomes = new ArrayList<Problem>();
        for (var hand : hands) {
            outcomes.add(hand.get());
        }
        assertThat(outcomes).containsExactlyInAnyOrder(null, ExchangeProblem.NOT_IN_THIS_STATE);
        awaitState(letter, "ACCEPTED");
        assertThat(records("二人の再判定")).isEqualTo("1");
    }

    @Test
    @DisplayName("期限の掃除は、いま手にされているものを飛ばす。部分がなくなったもの、場所が埋まったもの、後のものを収受したものは、理由を言って断る")
    void whatCannotBeJudgedAgainIsTold() throws Exception {
        var letter = refused("期限の切れたもの");
        town.asOwner("UPDATE yakuba.exc_arrival SET judged_at = now() - interval '31 days' WHERE id = '" + letter.id() + "'");
        try (var connection = town.owner().getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT 1 FROM yakuba.exc_arrival WHERE id = '" + letter.id() + "' FOR UPDATE");
            town.asDesk(this::swept);
            assertThat(pieces(letter)).isEqualTo("1");
            connection.rollback();
        }
        town.asDesk(this::swept);
        assertThat(pieces(letter)).isEqualTo("0");
        refused(ExchangeProblem.PIECES_GONE, () -> judgeAgain(letter));

        var taken = refused("場所を取られたもの");
        deliver(town.other().letter("同じ場所", taken.head().conversationId(), 1, LetterMark.ORDINARY, "016373"));
        refused(ExchangeProblem.PLACE_TAKEN, () -> judgeAgain(taken));

        var passed = refused("追い越されたもの");
        var next = town.other().letter("後のもの", passed.head().conversationId(), 2, LetterMark.ORDINARY, "016373");
        deliver(next);
        awaitState(next, "ACCEPTED");
        refused(ExchangeProblem.LATER_KEPT, () -> judgeAgain(passed));
        assertThatThrownBy(() -> town.asOperator(() -> {
            quarantine.judgeAgain(CODE, passed.id(), " ");
            return null;
        })).satisfies(thrown -> assertThat(OperatorsFixture.problemOf(thrown)).isEqualTo(ExchangeProblem.REASON_MISSING));
    }

    @Test
    @DisplayName("もう一度確かめているあいだに届いた後の文書は、その後ろで待つ")
    void whatComesLaterWaitsBehind() throws Exception {
        var first = refused("先のもの");
        town.asOwner("UPDATE yakuba.exc_arrival SET state = 'STORED', judged_again = 1, next_at = now() + interval '1 hour' WHERE id = '" + first.id() + "'");
        var second = town.other().letter("後から来たもの", first.head().conversationId(), 2, LetterMark.ORDINARY, "016373");
        deliver(second);
        town.workOff();
        assertThat(of(second, "state = 'STORED' AND next_at <= now()")).as("due, and nobody took it").isEqualTo("t");
        town.asOwner("UPDATE yakuba.exc_arrival SET next_at = now() WHERE id = '" + first.id() + "'");
        awaitState(first, "ACCEPTED");
        awaitState(second, "ACCEPTED");
        assertThat(town.text("SELECT (SELECT judged_at FROM yakuba.exc_arrival WHERE id = '" + first.id() + "') < (SELECT judged_at FROM yakuba.exc_arrival"
                + " WHERE id = '" + second.id() + "')")).isEqualTo("t");
    }

    @Test
    @DisplayName("止めた相手から届いていたものは、確かめも収受も否認もされずに待ち、再開すれば収受される")
    void whatCameFromASuspendedOfficeWaits() throws Exception {
        var letter = town.other().letter("止めた相手から");
        town.asPeer(() -> arrivals.open(letter.inPieces(1 << 20)));
        put(letter);
        suspend();
        town.asOwner("UPDATE yakuba.exc_arrival SET state = 'STORED', stored_at = now(), next_at = now() WHERE id = '" + letter.id() + "'");
        town.workOff();
        assertThat(of(letter, "next_at <= now()")).as("due, and nobody took it").isEqualTo("t");
        round.refuse(new ArrivalKey(CODE, letter.id()), ExchangeFault.VIRUS_FOUND, "a verdict that comes after it was suspended");
        assertThat(of(letter, "state = 'STORED' AND answer IS NULL")).isEqualTo("t");
        assertThat(records("止めた相手から")).isEqualTo("0");
        refused(ExchangeProblem.PEER_SUSPENDED, () -> town.asPeer(() -> arrivals.findAnswer(letter.id())));
        town.asOwner("UPDATE yakuba.exc_peer SET state = 'ACTIVE' WHERE code = '" + CODE + "'");
        awaitState(letter, "ACCEPTED");
        assertThat(records("止めた相手から")).isEqualTo("1");
    }

    @Test
    @DisplayName("収受している長いあいだも、相手を止めるのを待たせない。収受の途中で止めた相手のものは収受されず、再開すれば一度だけ収受される")
    void suspendingDoesNotWaitForALongEntering() throws Exception {
        var letter = town.other().letter("途中で止まる");
        try (var connection = town.owner().getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE yakuba.doc_record IN EXCLUSIVE MODE"); // entering takes long
            deliver(letter);
            town.await("SELECT (next_at > now())::text FROM yakuba.exc_arrival WHERE id = '" + letter.id() + "'", "true"); // it is taken up
            town.await("SELECT (count(*) > 0)::text FROM pg_locks WHERE relation = 'yakuba.doc_record'::regclass AND NOT granted", "true");
            town.asOwner("SET lock_timeout = '5s'; UPDATE yakuba.exc_peer SET state = 'SUSPENDED' WHERE code = '" + CODE + "'; RESET lock_timeout");
            connection.commit();
        }
        town.await("SELECT (next_at <= now())::text FROM yakuba.exc_arrival WHERE id = '" + letter.id() + "'", "true");
        assertThat(of(letter, "state = 'STORED' AND answer IS NULL")).isEqualTo("t");
        assertThat(records("途中で止まる")).isEqualTo("0");
        town.asOwner("UPDATE yakuba.exc_peer SET state = 'ACTIVE' WHERE code = '" + CODE + "'");
        awaitState(letter, "ACCEPTED");
        assertThat(records("途中で止まる")).isEqualTo("1");
    }

    @Test
    @DisplayName("記録が終わったときに消えるのは、その役所のその通知だけ。番号の同じ別の役所の控えは残る")
    void whatIsKeptOfAnotherOfficeStays() throws Exception {
        var letter = refused("終わる記録");
        judgeAgain(letter);
        awaitState(letter, "ACCEPTED");
        town.asOwner("INSERT INTO yakuba.exc_peer (code, name, address, added_at) VALUES ('990098', '別の試験市', 'https://localhost:1/x', now()) ON CONFLICT (code) DO NOTHING");
        town.asOwner("INSERT INTO yakuba.exc_earlier_answer (peer, message, incoming, at, fault, answer) SELECT p, message, i, at, fault, answer FROM yakuba.exc_earlier_answer,"
                + " (VALUES ('990098', true), ('" + CODE + "', false)) AS other (p, i) WHERE message = '" + letter.id() + "'");
        var record = new RecordsEnded.Ended(UUID.fromString(of(letter, "record_id")), "letter", UUID.randomUUID(), true);
        transaction.begin();
        town.asDesk(() -> {
            ended.fire(new RecordsEnded(UUID.randomUUID(), "廃棄第3号", false, List.of(record)));
            return null;
        });
        transaction.commit();
        assertThat(town.text("SELECT string_agg(peer || ' ' || incoming, ',' ORDER BY peer) FROM yakuba.exc_earlier_answer WHERE message = '" + letter.id() + "'"))
                .isEqualTo(CODE + " false,990098 true");
        town.asOwner("DELETE FROM yakuba.exc_earlier_answer WHERE message = '" + letter.id() + "'");
        town.asOwner("DELETE FROM yakuba.exc_peer WHERE code = '990098'");
    }

    private Void swept() {
        sweep.sweep();
        return null;
    }

    private void suspend() throws Exception {
        town.asOwner("UPDATE yakuba.exc_peer SET state = 'SUSPENDED' WHERE code = '" + CODE + "'");
    }

    /** A good letter that was refused because its office had no right to the service while it was judged; it has the right again. */
    private PeerOffice.Message refused(String title) throws Exception {
        var letter = town.other().letter(title);
        town.asPeer(() -> arrivals.open(letter.inPieces(1 << 20)));
        put(letter);
        town.asOwner("UPDATE yakuba.exc_peer SET services = '{certificate}' WHERE code = '" + CODE + "'");
        town.asPeer(() -> arrivals.complete(letter.id()));
        awaitState(letter, "REFUSED");
        town.asOwner("UPDATE yakuba.exc_peer SET services = '{document}' WHERE code = '" + CODE + "'");
        return letter;
    }

    private void put(PeerOffice.Message letter) throws Exception {
        town.asPeer(() -> {
            arrivals.put(letter.id(), 0, letter.container());
            return null;
        });
    }

    private void deliver(PeerOffice.Message letter) throws Exception {
        assertThat(town.asPeer(() -> arrivals.take(letter.whole(null), letter.container())).state()).isEqualTo(ArrivalState.STORED);
    }

    private void judgeAgain(PeerOffice.Message letter) throws Exception {
        town.asOperator(() -> {
            quarantine.judgeAgain(CODE, letter.id(), WHY);
            return null;
        });
    }

    private String lines() throws Exception {
        return town.asOperator(() -> quarantine.list(new PageRequest(0, 50))).rows().toString();
    }

    private byte[] answerTo(PeerOffice.Message letter) throws Exception {
        return town.asPeer(() -> arrivals.findAnswer(letter.id())).orElseThrow();
    }

    private void awaitState(PeerOffice.Message letter, String state) throws Exception {
        town.await("SELECT state FROM yakuba.exc_arrival WHERE id = '" + letter.id() + "'", state);
    }

    private String of(PeerOffice.Message letter, String what) throws Exception {
        return town.text("SELECT " + what + " FROM yakuba.exc_arrival WHERE id = '" + letter.id() + "'");
    }

    private String pieces(PeerOffice.Message letter) throws Exception {
        return town.text("SELECT count(*) FROM yakuba.exc_chunk WHERE arrival = '" + letter.id() + "'");
    }

    private String records(String title) throws Exception {
        return town.text("SELECT count(*) FROM yakuba.doc_record WHERE title = '" + title + "'");
    }

    private static void refused(Problem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed).satisfies(thrown -> assertThat(OperatorsFixture.problemOf(thrown)).isEqualTo(problem));
    }
}

package jp.yakuba.exchange;

import static jp.yakuba.exchange.OperatorsFixture.CODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import jp.yakuba.exchange.PeerServer.Answer;
import jp.yakuba.exchange.api.AnswerDesk;
import jp.yakuba.exchange.api.ExchangeDesk;
import jp.yakuba.exchange.api.ExchangeProblem;
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
@DisplayName("送ったものの取消、送り直し、通知の順(コンテナ内)")
class TakeBackIT {
    private static final String FAR = "now() + interval '1 day'";
    private static final String WHY = "宛先を誤ったため";
    private static final int PIECE = 4 * 1024 * 1024;

    @Inject
    private OperatorsFixture town;

    @Inject
    private ExchangeDesk desk;

    @Inject
    private AnswerDesk answers;

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
    @DisplayName("否認通知の後の受領通知は受け取り、受領通知の後の否認通知では変わらない。否認通知は控えに残る")
    void aReceiptIsFinal() throws Exception {
        var parcel = town.sealed(UUID.randomUUID(), 1, 2000, FAR);
        var refusal = town.refusal(parcel);
        var receipt = town.receipt(parcel);
        take(parcel, refusal);
        assertThat(of(parcel, "state || ' ' || fault")).isEqualTo("REFUSED virus-found");
        take(parcel, receipt);
        assertThat(of(parcel, "state || ' ' || their_number || ' ' || (fault IS NULL)")).isEqualTo("RECEIPTED 試収第1号 true");
        take(parcel, refusal);
        assertThat(of(parcel, "state")).isEqualTo("RECEIPTED");
        assertThat(town.text("SELECT count(*) FROM yakuba.exc_earlier_answer WHERE NOT incoming AND message = '" + parcel + "'")).isEqualTo("1");
    }

    @Test
    @DisplayName("否認通知と受領通知が同時に来ても、残るのは受領通知")
    void bothAnswersAtOnce() throws Exception {
        for (int turn = 0; turn < 8; turn++) {
            var parcel = town.sealed(UUID.randomUUID(), 1, 2000, FAR);
            var both = List.of(town.refusal(parcel), town.receipt(parcel));
            var start = new CountDownLatch(1);
            var hands = new ArrayList<Future<?>>();
            for (var answer : both) {
                hands.add(executor.submit(() -> {
                    start.await();
                    take(parcel, answer);
                    return null;
                }));
            }
            start.countDown();
            for (var hand : hands) {
                hand.get();
            }
            assertThat(of(parcel, "state")).isEqualTo("RECEIPTED");
        }
    }

    @Test
    @DisplayName("まだ容れ物のないものは、すぐに取り消される。ほかの課の人は取り消せず、理由がなければ断る")
    void whatNobodyHasHeardOfEndsAtOnce() throws Exception {
        var parcel = town.ordered(UUID.randomUUID(), 1, FAR);
        refused(ExchangeProblem.OTHER_SECTION, () -> town.asStaffOf("tax", () -> takeBack(parcel)));
        refused(ExchangeProblem.REASON_MISSING, () -> town.asStaffOf("general", () -> {
            desk.takeBack(parcel, "");
            return null;
        }));
        town.asStaffOf("general", () -> takeBack(parcel));
        assertThat(of(parcel, "state || ' ' || (take_back_at IS NOT NULL)")).isEqualTo("CANCELLED true");
        assertThat(of(parcel, "next_at IS NULL AND NOT claimed")).isEqualTo("t");
        refused(ExchangeProblem.NOT_IN_THIS_STATE, () -> town.asOperator(() -> takeBack(parcel)));
    }

    @Test
    @DisplayName("送っている途中に取り消せば、次の部分は送られず、相手方に取消が伝わる")
    void anUploadStopsAtTheNextPiece() throws Exception {
        var inPiece = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        town.server().answers(request -> {
            if (request.line().startsWith("POST /messages")) {
                return Answer.json(200, "{\"state\":\"RECEIVING\",\"missing\":[" + numbers(4) + "]}");
            }
            if (request.line().contains("/pieces/")) {
                inPiece.countDown();
                goOn.await(30, TimeUnit.SECONDS);
                return Answer.of(204);
            }
            return request.line().startsWith("DELETE") ? Answer.json(200, "{\"state\":\"CANCELLED\"}") : Answer.of(404);
        });
        town.turnLineOn();
        var parcel = town.sealed(UUID.randomUUID(), 1, 4 * PIECE, "now()");
        assertThat(inPiece.await(30, TimeUnit.SECONDS)).isTrue();
        town.asOperator(() -> takeBack(parcel));
        assertThat(of(parcel, "state || ' ' || claimed")).as("whoever sends it is let come to the end of the piece").isEqualTo("SEALED true");
        assertThat(listed(parcel).isBeingTakenBack()).isTrue();
        goOn.countDown();
        town.await("SELECT state FROM yakuba.exc_parcel WHERE id = '" + parcel + "'", "CANCELLED");
        assertThat(asked("/pieces/")).hasSize(1);
        assertThat(asked("DELETE /messages/" + parcel)).hasSize(1);
        assertThat(asked("/complete")).isEmpty();
    }

    @Test
    @DisplayName("相手方がもう確かめていれば、その通知が残り、取消が間に合わなかったと分かる。知らないと言えば取り消される")
    void whatWasJudgedStays() throws Exception {
        var parcel = town.sealed(UUID.randomUUID(), 1, 2000, FAR);
        var receipt = town.receipt(parcel);
        town.server().answers(request -> request.line().startsWith("DELETE") ? Answer.problem(409, "EXC-014")
                : request.line().endsWith("/answer") ? Answer.xml(receipt) : Answer.of(404));
        town.turnLineOn();
        town.asOperator(() -> takeBack(parcel));
        town.await("SELECT state FROM yakuba.exc_parcel WHERE id = '" + parcel + "'", "RECEIPTED");
        assertThat(listed(parcel).isTakenBackTooLate()).isTrue();

        var unheard = town.sealed(UUID.randomUUID(), 1, 2001, FAR);
        town.server().answers(request -> Answer.problem(404, "EXC-002"));
        town.asOperator(() -> takeBack(unheard));
        town.await("SELECT state FROM yakuba.exc_parcel WHERE id = '" + unheard + "'", "CANCELLED");
        take(unheard, town.refusal(unheard));
        assertThat(of(unheard, "state")).isEqualTo("CANCELLED");
        take(unheard, town.receipt(unheard));
        assertThat(of(unheard, "state")).as("it had come there all the same, and is entered").isEqualTo("RECEIPTED");

        var unsaid = town.sealed(UUID.randomUUID(), 1, 2002, FAR);
        town.server().answers(request -> Answer.of(404));
        town.asOperator(() -> takeBack(unsaid));
        town.await("SELECT problem FROM yakuba.exc_parcel WHERE id = '" + unsaid + "'", "HTTP-404");
        assertThat(of(unsaid, "state")).as("a page that is not there says nothing about the message").isEqualTo("SEALED");
        town.asOperator(() -> {
            desk.giveUp(unsaid, WHY);
            return null;
        });
        refused(ExchangeProblem.NOT_IN_THIS_STATE, () -> town.asOperator(() -> orderAgain(unsaid)));
    }

    @Test
    @DisplayName("止めた相手へは、送っている途中でも次の部分から送られず、再開すれば続きから送られる")
    void aSuspendedOfficeIsSentNothing() throws Exception {
        var inPiece = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var parcel = town.sealed(UUID.randomUUID(), 1, 2 * PIECE, FAR);
        var receipt = town.receipt(parcel);
        town.server().answers(request -> {
            if (request.line().startsWith("POST /messages ") || request.line().equals("POST /messages")) {
                return Answer.json(200, "{\"missing\":[" + (inPiece.getCount() > 0 ? "0,1" : "1") + "]}");
            }
            if (request.line().contains("/pieces/")) {
                inPiece.countDown();
                goOn.await(30, TimeUnit.SECONDS);
                return Answer.of(204);
            }
            return request.line().endsWith("/complete") ? Answer.xml(receipt) : Answer.of(404);
        });
        town.turnLineOn();
        town.asOwner("UPDATE yakuba.exc_parcel SET next_at = now() WHERE id = '" + parcel + "'");
        assertThat(inPiece.await(30, TimeUnit.SECONDS)).isTrue();
        town.asOwner("UPDATE yakuba.exc_peer SET state = 'SUSPENDED' WHERE code = '" + CODE + "'");
        goOn.countDown();
        town.await("SELECT claimed::text FROM yakuba.exc_parcel WHERE id = '" + parcel + "'", "false");
        town.workOff();
        assertThat(of(parcel, "next_at <= now() AND NOT claimed")).as("due, and passed over").isEqualTo("t");
        assertThat(asked("/pieces/")).hasSize(1);
        town.asOwner("UPDATE yakuba.exc_peer SET state = 'ACTIVE' WHERE code = '" + CODE + "'");
        town.await("SELECT state FROM yakuba.exc_parcel WHERE id = '" + parcel + "'", "RECEIPTED");
        assertThat(asked("/pieces/")).hasSize(2);
    }

    @Test
    @DisplayName("送るのをやめたものは、同じ番号と容れ物でもう一度送れる。後のものが出た後では断り、待っている後のものはその後ろに並ぶ")
    void whatWasGivenUpIsOrderedAgain() throws Exception {
        var conversation = UUID.randomUUID();
        var first = town.sealed(conversation, 1, 3000, FAR);
        var second = town.sealed(conversation, 2, 3001, FAR);
        var before = of(first, "sha256");
        town.asOwner("UPDATE yakuba.exc_parcel SET ordered_at = now() - interval '20 days' WHERE id = '" + first + "'");
        refused(ExchangeProblem.NOT_IN_THIS_STATE, () -> town.asOperator(() -> orderAgain(first)));
        town.asOperator(() -> {
            desk.giveUp(first, WHY);
            return null;
        });
        town.asOperator(() -> orderAgain(first));
        assertThat(of(first, "state || ' ' || (sha256 = '" + before + "') || ' ' || (next_at <= now())")).isEqualTo("SEALED true true");

        town.server().answers(request -> Answer.of(503));
        town.turnLineOn();
        town.asOwner("UPDATE yakuba.exc_parcel SET next_at = now() WHERE id = '" + second + "'");
        town.await("SELECT problem FROM yakuba.exc_parcel WHERE id = '" + first + "'", "HTTP-503");
        assertThat(of(first, "state")).as("its days count anew").isEqualTo("SEALED");
        assertThat(of(second, "attempts")).as("it stands behind").isEqualTo("0");

        town.asOperator(() -> {
            desk.giveUp(first, WHY);
            return null;
        });
        town.await("SELECT problem FROM yakuba.exc_parcel WHERE id = '" + second + "'", "HTTP-503");
        take(second, town.receipt(second));
        refused(ExchangeProblem.LATER_SENT, () -> town.asOperator(() -> orderAgain(first)));
    }

    @Test
    @DisplayName("後のものの最後まで送って返事が失われたなら、先のものの送り直しは断る。途中で切れただけなら送り直せ、後のものはその後ろに並ぶ")
    void whatTheOtherMayHaveWholeIsNotOvertaken() throws Exception {
        var broken = List.of("/complete", "/pieces/1");
        for (var where : broken) {
            var conversation = UUID.randomUUID();
            town.server().answers(request -> request.line().contains(where) ? Answer.of(503) : request.line().contains("/pieces/") ? Answer.of(204)
                    : request.line().startsWith("POST /messages") ? Answer.json(200, "{\"missing\":[0,1]}") : Answer.of(404));
            var first = town.sealed(conversation, 1, 3100 + broken.indexOf(where), FAR);
            var second = town.sealed(conversation, 2, 2 * PIECE - broken.indexOf(where), FAR);
            town.asOperator(() -> {
                desk.giveUp(first, WHY);
                return null;
            });
            town.turnLineOn();
            town.asOwner("UPDATE yakuba.exc_parcel SET next_at = now() WHERE id = '" + second + "'");
            town.await("SELECT problem FROM yakuba.exc_parcel WHERE id = '" + second + "' AND NOT claimed", "HTTP-503");
            town.asOwner("UPDATE yakuba.exc_parcel SET next_at = " + FAR + " WHERE id = '" + second + "'");
            if (where.equals("/complete")) {
                refused(ExchangeProblem.LATER_SENT, () -> town.asOperator(() -> orderAgain(first)));
                town.asOwner("UPDATE yakuba.exc_parcel SET state = 'GIVEN_UP', next_at = NULL WHERE id = '" + second + "'");
                refused(ExchangeProblem.LATER_SENT, () -> town.asOperator(() -> orderAgain(first)));
                town.asOwner("UPDATE yakuba.exc_parcel SET state = 'CANCELLED' WHERE id = '" + second + "'");
            }
            town.asOperator(() -> orderAgain(first));
            assertThat(of(first, "state")).isEqualTo("SEALED");
        }
        var conversation = UUID.randomUUID();
        var first = town.sealed(conversation, 1, 3200, FAR);
        var collected = town.sealed(conversation, 2, 3201, FAR);
        town.asOwner("UPDATE yakuba.exc_parcel SET state = 'GIVEN_UP', problem = 'BY_HAND', next_at = NULL WHERE id = '" + first + "'");
        town.asOwner("UPDATE yakuba.exc_parcel SET state = 'GIVEN_UP', problem = 'BY_HAND', next_at = NULL, handed_over_at = now() WHERE id = '" + collected + "'");
        refused(ExchangeProblem.LATER_SENT, () -> town.asOperator(() -> orderAgain(first)));
    }

    @Test
    @DisplayName("相手にあるかもしれないまま送るのをやめたものは、取り消していても改めて取り消せる。相手が持たないと言えば、前のものを送り直せる")
    void whatWasGivenUpIsTakenBack() throws Exception {
        var conversation = UUID.randomUUID();
        town.server().answers(request -> Answer.of(503));
        var first = town.sealed(conversation, 1, 3300, FAR);
        var second = town.sealed(conversation, 2, 3301, FAR);
        giveUp(first);
        refused(ExchangeProblem.NOT_IN_THIS_STATE, () -> town.asOperator(() -> takeBack(first)));
        town.turnLineOn();
        town.asOwner("UPDATE yakuba.exc_parcel SET next_at = now() WHERE id = '" + second + "'");
        town.await("SELECT problem FROM yakuba.exc_parcel WHERE id = '" + second + "' AND NOT claimed", "HTTP-503");
        town.asOperator(() -> takeBack(second));
        town.await("SELECT count(*) > 1 AND NOT EXISTS (SELECT 1 FROM yakuba.exc_parcel WHERE id = '" + second + "' AND claimed) FROM yakuba.exc_use"
                + " WHERE message = '" + second + "' AND deed = 'try'", "t");
        giveUp(second);
        assertThat(listed(second).canBeTakenBack()).isTrue();
        assertThat(listed(second).canBeOrderedAgain()).isFalse();
        refused(ExchangeProblem.LATER_SENT, () -> town.asOperator(() -> orderAgain(first)));

        town.server().answers(request -> Answer.problem(404, "EXC-002"));
        town.asOperator(() -> takeBack(second));
        town.await("SELECT state FROM yakuba.exc_parcel WHERE id = '" + second + "'", "CANCELLED");
        town.asOperator(() -> orderAgain(first));
        assertThat(of(first, "state")).isEqualTo("SEALED");
    }

    @Test
    @DisplayName("相手が断ったものは、相手にあるかもしれないものに数えない。前に差し出していたなら、断られても数える")
    void whatTheOtherRefusesIsNotThere() throws Exception {
        var answers = new java.util.concurrent.ConcurrentLinkedQueue<>(List.of(Answer.problem(429, "EXC-018"), Answer.of(503), Answer.problem(429, "EXC-018")));
        var parcel = town.sealed(UUID.randomUUID(), 1, 3400, "now()");
        town.server().answers(request -> request.line().startsWith("PUT /messages/" + parcel) ? answers.remove() : Answer.of(404)); // letters of other tests go on
        town.turnLineOn();
        for (var offered : List.of("EXC-018 false", "HTTP-503 true", "EXC-018 true")) {
            town.await("SELECT problem || ' ' || (offered_at IS NOT NULL) FROM yakuba.exc_parcel WHERE id = '" + parcel + "' AND NOT claimed", offered);
            town.asOwner("UPDATE yakuba.exc_parcel SET next_at = now() WHERE id = '" + parcel + "' AND " + answers.size() + " > 0");
        }
        assertThat(answers).isEmpty();
    }

    private void giveUp(UUID parcel) throws Exception {
        town.asOperator(() -> {
            desk.giveUp(parcel, WHY);
            return null;
        });
    }

    private Void takeBack(UUID parcel) {
        desk.takeBack(parcel, WHY);
        return null;
    }

    private Void orderAgain(UUID parcel) {
        desk.orderAgain(parcel, WHY);
        return null;
    }

    private void take(UUID parcel, byte[] answer) throws Exception {
        town.asPeer(() -> {
            answers.take(parcel, answer);
            return null;
        });
    }

    private jp.yakuba.exchange.api.ParcelLine listed(UUID parcel) throws Exception {
        return town.asOperator(() -> desk.listParcels(false, new PageRequest(0, 50))).rows().stream().filter(line -> line.id().equals(parcel)).findFirst().orElseThrow();
    }

    private List<String> asked(String what) {
        return town.server().asked().stream().filter(line -> line.contains(what)).toList();
    }

    private static String numbers(int count) {
        return String.join(",", IntStream.range(0, count).mapToObj(String::valueOf).toList());
    }

    private String of(UUID parcel, String what) throws Exception {
        return town.text("SELECT " + what + " FROM yakuba.exc_parcel WHERE id = '" + parcel + "'");
    }

    private static void refused(Problem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed).satisfies(thrown -> assertThat(OperatorsFixture.problemOf(thrown)).isEqualTo(problem));
    }
}

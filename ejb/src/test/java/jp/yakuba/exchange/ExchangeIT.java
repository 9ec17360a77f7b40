package jp.yakuba.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jp.yakuba.AsDesk;
import jp.yakuba.AsPeer;
import jp.yakuba.InRequest;
import jp.yakuba.exchange.api.ArrivalDesk;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.Capability;
import jp.yakuba.exchange.api.CapabilityDesk;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.api.LetterMark;
import jp.yakuba.exchange.api.ProofDesk;
import jp.yakuba.exchange.api.ProofState;
import jp.yakuba.exchange.api.TransferView;
import jp.yakuba.exchange.service.Evidence;
import jp.yakuba.exchange.service.ProofKeeper;
import jp.yakuba.exchange.service.Resumption;
import jp.yakuba.exchange.service.container.Answer;
import jp.yakuba.exchange.service.container.AnswerXml;
import jp.yakuba.exchange.service.container.ContainerPress;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Problem;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.kernel.Sha256;
import jp.yakuba.signature.service.SigningFixture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("文書交換の到達(コンテナ内)")
class ExchangeIT {
    private static final String CODE = "990019";
    private static final int PIECE = 4096;

    @Inject
    private ArrivalDesk arrivals;

    @Inject
    private ContainerPress press;

    @Inject
    private AnswerXml answers;

    @Inject
    private Evidence evidence;

    @Inject
    private ProofKeeper keeper;

    @Inject
    private Resumption resumption;

    @Inject
    private ProofDesk proofs;

    @Inject
    private CapabilityDesk capabilities;

    @Inject
    private AsDesk desk;

    @Inject
    private AsPeer peer;

    @Inject
    private InRequest request;

    @Resource
    private ManagedExecutorService executor;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    private SigningFixture keys;
    private PeerOffice other;
    private Path folder;

    @BeforeEach
    void open() throws Exception {
        folder = Files.createTempDirectory("exchange");
        keys = new SigningFixture(folder, Instant.now());
        keys.keyOf("016373");
        keys.keyOf(CODE);
        keys.keyOf("990027");
        keys.nameKeys();
        other = new PeerOffice(CODE, keys, press);
        asOwner("INSERT INTO yakuba.exc_peer (code, name, address, added_at) VALUES ('" + CODE + "', '試験市', 'https://localhost:1/x', now()),"
                + " ('990027', '別の試験市', 'https://localhost:1/x', now()) ON CONFLICT (code) DO UPDATE SET state = 'ACTIVE', services = '{document}',"
                + " most_bytes = 2147483648, per_minute = 600");
    }

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    @DisplayName("届いたメッセージは一件の収受になり、署名された受領通知が返る。何度届いても一件、通知は同じバイト列")
    void aMessageBecomesOneRecordWithAReceipt() throws Exception {
        var letter = other.letter("道路台帳の照会について");
        var arrived = deliver(letter, null);
        assertThat(arrived.state()).isEqualTo(ArrivalState.ACCEPTED);
        var answer = answerTo(letter);
        assertThat(read(letter, answer).isReceipt()).isTrue();
        assertThat(read(letter, answer).number()).isEqualTo(text("SELECT r.number FROM yakuba.doc_record r JOIN yakuba.exc_arrival a"
                + " ON a.record_id = r.id WHERE a.id = '" + letter.id() + "'")).startsWith("芽総");

        assertThat(deliver(letter, null).state()).isEqualTo(ArrivalState.ACCEPTED);
        assertThat(answerTo(letter)).isEqualTo(answer);
        assertThat(recordsOf("道路台帳の照会について")).isEqualTo("1");
        assertThat(text("SELECT count(*) FROM yakuba.doc_record_file f JOIN yakuba.exc_arrival a ON a.record_id = f.record_id WHERE a.id = '"
                + letter.id() + "'")).isEqualTo("2");
        assertThat(text("SELECT count(*) FROM yakuba.exc_chunk WHERE arrival = '" + letter.id() + "'")).isEqualTo("0");
        assertThat(text("SELECT count(*) FROM yakuba.doc_file WHERE sha256 = '" + Sha256.hex(letter.container()) + "'"))
                .as("the container is kept byte for byte").isEqualTo("1");
    }

    @Test
    @DisplayName("電源が切れたサーバが手にしていたものは、戻ればすぐに続く。届いたものも、まだ渡していない通知も")
    void whatAServerHeldGoesOnWhenItIsUpAgain() throws Exception {
        var letter = other.letter("電源が切れたとき");
        deliver(letter, null);
        var name = System.getProperty("jboss.node.name", "node");
        asOwner("UPDATE yakuba.exc_arrival SET answer_due = now() + interval '9 minutes', taken_by = '" + name + "' WHERE id = '" + letter.id() + "'");
        desk.call(() -> {
            resumption.takeUp();
            return null;
        });
        assertThat(text("SELECT (answer_due IS NULL OR answer_due <= now()) AND next_at IS NULL FROM yakuba.exc_arrival WHERE id = '" + letter.id() + "'")).isEqualTo("t");
    }

    @Test
    @DisplayName("収受したものの証拠は、だれが確かめても合い、だれの署名か、どの番号で受け取られたかを言う")
    void evidenceIsCheckedByAnybody() throws Exception {
        var letter = other.letter("証拠を確かめる");
        deliver(letter, null);
        var answer = answerTo(letter);
        var out = new ByteArrayOutputStream();
        desk.call(() -> {
            evidence.write(letter.id(), Sha256.hex(letter.container()), answer, null, out);
            return null;
        });
        var report = proofs.check(new ByteArrayInputStream(out.toByteArray()));
        assertThat(report.outcome()).as(report.lines().toString()).isEqualTo(ProofState.HOLDS);
        assertThat(report.seal().organization()).isEqualTo("LG:JP-" + CODE);
        assertThat(report.answer().number()).startsWith("芽総");
        assertThat(proofs.check(new ByteArrayInputStream(answer)).outcome()).isEqualTo(ProofState.BROKEN);
    }

    @Test
    @DisplayName("収受したものの署名には、後から証拠が足され、時が来れば更新される。時刻認証局が黙っていても、失われず待つ。容れ物は届いたまま")
    void signaturesAreKeptProvable() throws Exception {
        keys.nameStamps();
        var letter = other.letter("長く確かめられるように");
        deliver(letter, null);
        assertThat(keptProvable(letter, "signatures IS NOT NULL")).isTrue();
        var first = Integer.parseInt(proof(letter, "length(signatures)"));
        var answer = answerTo(letter);
        var out = new ByteArrayOutputStream();
        desk.call(() -> {
            evidence.write(letter.id(), Sha256.hex(letter.container()), answer, null, out);
            return null;
        });
        var report = proofs.check(new ByteArrayInputStream(out.toByteArray()));
        assertThat(report.outcome()).as(report.lines().toString()).isEqualTo(ProofState.HOLDS);
        assertThat(report.seal().provenAt()).isNotNull();
        assertThat(keptProvable(letter, "EXISTS (SELECT 1 FROM yakuba.exc_answer_proof a WHERE a.message = exc_proof.message AND NOT a.sent AND length(a.signatures) > "
                + answer.length + ")")).as("the receipt has proof too").isTrue();
        assertThat(answerTo(letter)).as("what travels stays as it was").isEqualTo(answer);

        keys.stamps().setAway(true);
        makeDue(letter);
        assertThat(keptProvable(letter, "problem = 'STAMPS_AWAY'")).isTrue();
        assertThat(proof(letter, "length(signatures)")).isEqualTo(String.valueOf(first));
        keys.stamps().setAway(false);
        makeDue(letter);
        assertThat(keptProvable(letter, "problem IS NULL AND length(signatures) > " + first)).isTrue();
        assertThat(proof(letter, "next_at > now() + interval '300 days'")).isEqualTo("t");

        asOwner("DELETE FROM yakuba.exc_proof WHERE message = '" + letter.id() + "'");
        asOwner("UPDATE yakuba.exc_arrival SET report = NULL, proof_kept = false WHERE id = '" + letter.id() + "'");
        desk.call(() -> {
            keeper.enlist();
            return null;
        });
        assertThat(proof(letter, "count(*)")).as("what has ended with its record is not taken on again").isEqualTo("0");
    }

    private String proof(PeerOffice.Message letter, String what) throws SQLException {
        return text("SELECT " + what + " FROM yakuba.exc_proof WHERE message = '" + letter.id() + "' AND NOT sent");
    }

    private void makeDue(PeerOffice.Message letter) throws SQLException {
        asOwner("UPDATE yakuba.exc_proof SET next_at = now() - interval '1 minute' WHERE message = '" + letter.id() + "'");
    }

    /** Works off what is due, as the clock does, which may have been faster; true once the proof of the letter is so. */
    private boolean keptProvable(PeerOffice.Message letter, String wanted) throws Exception {
        for (int tries = 0; tries < 60 && !"t".equals(proof(letter, wanted)); tries++) {
            desk.call(() -> {
                keeper.enlist();
                for (var due = keeper.claim(); due.isPresent(); due = keeper.claim()) {
                    try {
                        keeper.keep(due.get(), keeper.make(due.get()));
                    } catch (Exception waiting) {
                        keeper.postpone(due.get(), waiting);
                    }
                }
                return null;
            });
            Thread.sleep(500);
        }
        return "t".equals(proof(letter, wanted));
    }

    @Test
    @DisplayName("相手方には、取り決めた業務と大きさを答える。知らない役所、止めた役所には答えない")
    void anOfficeHearsWhatItMay() throws Exception {
        asOwner("UPDATE yakuba.exc_peer SET most_bytes = 1234567, per_minute = 7 WHERE code = '" + CODE + "'");
        var said = as(capabilities::find);
        assertThat(said.office()).isEqualTo("016373");
        assertThat(said.versions()).containsExactly(Capability.VERSION);
        assertThat(said.services()).contains("document");
        assertThat(said.limits().messageBytes()).isEqualTo(1234567);
        assertThat(said.limits().perMinute()).isEqualTo(7);
        assertThat(said.until()).isAfter(said.now());
        asOwner("UPDATE yakuba.exc_peer SET state = 'SUSPENDED' WHERE code = '" + CODE + "'");
        refused(ExchangeProblem.PEER_SUSPENDED, () -> as(capabilities::find));
        refused(ExchangeProblem.NO_SUCH_PEER, () -> request.as(Actor.peer("132195", "test"), () -> peer.call(capabilities::find)));
    }

    @Test
    @DisplayName("部分ごとに届き、途中で切れたら足りないものだけ送り直せる。違う部分、足りないままの完了は断る")
    void piecesArriveAndGoOn() throws Exception {
        var letter = other.letter("部分ごとの送信");
        var announced = letter.inPieces(PIECE);
        var pieces = letter.pieces(PIECE);
        assertThat(pieces).hasSizeGreaterThan(2);
        assertThat(as(() -> arrivals.open(announced)).missing()).hasSize(pieces.size());
        put(letter.id(), 1, pieces.get(1));
        put(letter.id(), 1, pieces.get(1));
        refused(ExchangeProblem.PIECE_CHANGED, () -> put(letter.id(), 0, pieces.get(1)));
        refused(ExchangeProblem.PIECE_CHANGED, () -> put(letter.id(), pieces.size(), pieces.get(1)));
        refused(ExchangeProblem.NOT_COMPLETE, () -> as(() -> arrivals.complete(letter.id())));
        var missing = as(() -> arrivals.open(announced)).missing();
        assertThat(missing).hasSize(pieces.size() - 1).doesNotContain(1);
        for (int number : missing) {
            put(letter.id(), number, pieces.get(number));
        }
        assertThat(as(() -> arrivals.complete(letter.id())).storedAt()).isNotNull();
        as(() -> arrivals.judge(letter.id()));
        awaitJudged(letter.id());
        assertThat(read(letter, answerTo(letter)).isReceipt()).isTrue();
    }

    @Test
    @DisplayName("二十の手が同じメッセージを同時に渡しても、収受は一件、通知は一通")
    void twentyHandsOneRecord() throws Exception {
        var letter = other.letter("同時に届く照会");
        var start = new CountDownLatch(1);
        var hands = new ArrayList<Future<byte[]>>();
        for (int hand = 0; hand < 20; hand++) {
            hands.add(executor.submit(() -> {
                start.await();
                deliver(letter, null);
                awaitJudged(letter.id());
                return answerTo(letter);
            }));
        }
        start.countDown();
        var first = hands.get(0).get();
        for (var hand : hands) {
            assertThat(hand.get()).isEqualTo(first);
        }
        assertThat(recordsOf("同時に届く照会")).isEqualTo("1");
    }

    @Test
    @DisplayName("同じ番号の違う内容、埋まった順番、前が確かめられていないものは、通知を出さずに断る")
    void whatDoesNotFitGetsNoAnswer() throws Exception {
        var conversation = UUID.randomUUID();
        var first = other.letter("一通目", conversation, 1, LetterMark.ORDINARY, "016373");
        var second = other.letter("二通目", conversation, 2, LetterMark.ORDINARY, "016373");
        refused(ExchangeProblem.OUT_OF_ORDER, () -> deliver(second, first.id()));
        deliver(first, null);
        assertThat(deliver(second, first.id()).state()).isEqualTo(ArrivalState.ACCEPTED);
        var otherContent = new PeerOffice.Message(first.head(), other.letter("別の内容").container());
        refused(ExchangeProblem.DIFFERENT_CONTENT, () -> deliver(otherContent, null));
        refused(ExchangeProblem.PLACE_TAKEN, () -> deliver(other.letter("割り込み", conversation, 2, LetterMark.ORDINARY, "016373"), null));
        assertThat(recordsOf("割り込み")).isEqualTo("0");
        assertThat(read(first, answerTo(first)).isReceipt()).as("what was answered stays answered").isTrue();
    }

    @Test
    @DisplayName("正しくないメッセージは収受されず、署名された否認通知が理由を言い、部分は隔離される")
    void whatDoesNotHoldIsRefused() throws Exception {
        var misdirected = other.letter("宛先違い", UUID.randomUUID(), 1, LetterMark.ORDINARY, "990027");
        assertThat(deliver(misdirected, null).fault()).isEqualTo(ExchangeFault.RECIPIENT_WRONG.code());
        var answer = read(misdirected, answerTo(misdirected));
        assertThat(answer.isReceipt()).isFalse();
        assertThat(answer.refusal().code()).isEqualTo(ExchangeFault.RECIPIENT_WRONG.code());
        assertThat(recordsOf("宛先違い")).isEqualTo("0");
        assertThat(text("SELECT count(*) FROM yakuba.exc_chunk WHERE arrival = '" + misdirected.id() + "' AND content IS NOT NULL")).isEqualTo("1");

        var whole = other.letter("途中で切れた");
        var cut = new PeerOffice.Message(whole.head(), Arrays.copyOf(whole.container(), whole.container().length - 100));
        assertThat(deliver(cut, null).state()).isEqualTo(ArrivalState.REFUSED);
        assertThat(recordsOf("途中で切れた")).isEqualTo("0");

        var foreign = new PeerOffice("990027", keys, press).letter("他の役所の署名");
        assertThat(deliver(foreign, null).fault()).isEqualTo(ExchangeFault.SENDER_WRONG.code());
        assertThat(recordsOf("他の役所の署名")).isEqualTo("0");
    }

    @Test
    @DisplayName("止められた相手、許されないサービス、大きすぎるもの、多すぎるもの、他の役所のメッセージは断る")
    void limitsOfAPeerHold() throws Exception {
        var letter = other.letter("取り決め");
        asOwner("UPDATE yakuba.exc_peer SET state = 'SUSPENDED' WHERE code = '" + CODE + "'");
        refused(ExchangeProblem.PEER_SUSPENDED, () -> deliver(letter, null));
        asOwner("UPDATE yakuba.exc_peer SET state = 'ACTIVE', services = '{certificate}' WHERE code = '" + CODE + "'");
        refused(ExchangeProblem.SERVICE_NOT_ALLOWED, () -> deliver(letter, null));
        asOwner("UPDATE yakuba.exc_peer SET services = '{document}', most_bytes = 2000 WHERE code = '" + CODE + "'");
        refused(ExchangeProblem.TOO_LARGE, () -> deliver(letter, null));
        asOwner("UPDATE yakuba.exc_peer SET most_bytes = 2000000, per_minute = 1 WHERE code = '" + CODE + "'");
        var later = other.letter("取り決め二");
        assertThatThrownBy(() -> {
            for (int attempt = 0; attempt < 3; attempt++) { // a minute may end in between
                deliver(other.letter("取り決め三"), null);
            }
        }).satisfies(thrown -> assertThat(problemOf(thrown)).isEqualTo(ExchangeProblem.TOO_MANY));
        asOwner("UPDATE yakuba.exc_peer SET per_minute = 600 WHERE code = '" + CODE + "'");
        deliver(later, null);
        assertThatThrownBy(() -> request.as(Actor.peer("990027", "test"), () -> peer.call(() -> arrivals.find(later.id()))))
                .satisfies(thrown -> assertThat(problemOf(thrown)).isEqualTo(ExchangeProblem.NO_SUCH_MESSAGE));
    }

    @Test
    @DisplayName("確かめる前なら取り消せる。確かめた後は取り消せない。取り消した番号は使えない")
    void aMessageIsTakenBackBeforeItIsJudged() throws Exception {
        var letter = other.letter("取り消す手紙");
        as(() -> arrivals.open(letter.inPieces(PIECE)));
        assertThat(as(() -> arrivals.cancel(letter.id())).state()).isEqualTo(ArrivalState.CANCELLED);
        assertThat(as(() -> arrivals.cancel(letter.id())).state()).isEqualTo(ArrivalState.CANCELLED);
        put(letter.id(), 0, letter.pieces(PIECE).get(0));
        assertThat(as(() -> arrivals.complete(letter.id())).state()).isEqualTo(ArrivalState.CANCELLED);
        var judged = other.letter("取り消せない手紙");
        deliver(judged, null);
        refused(ExchangeProblem.NOT_IN_THIS_STATE, () -> as(() -> arrivals.cancel(judged.id())));
    }

    @Test
    @DisplayName("親展の手紙は秘密文書になり、課の文書主任だけが読める")
    void aPersonalLetterIsConfidential() throws Exception {
        var letter = other.letter("親展の手紙", UUID.randomUUID(), 1, LetterMark.PERSONAL, "016373");
        assertThat(deliver(letter, null).state()).isEqualTo(ArrivalState.ACCEPTED);
        assertThat(text("SELECT l.confidential FROM yakuba.doc_life l JOIN yakuba.exc_arrival a ON a.record_id = l.record_id WHERE a.id = '" + letter.id() + "'"))
                .isEqualTo("t");
    }

    @Test
    @DisplayName("鍵がないあいだは受領通知を書けないので、収受もしない。鍵が戻れば収受する")
    void withoutAKeyNothingIsEntered() throws Exception {
        var letter = other.letter("鍵のないあいだ");
        System.clearProperty("yakuba.signing.keys");
        as(() -> arrivals.take(letter.whole(null), letter.container()));
        assertThat(as(() -> arrivals.judge(letter.id())).state()).isEqualTo(ArrivalState.STORED);
        assertThat(as(() -> arrivals.findAnswer(letter.id()))).isEmpty();
        assertThat(recordsOf("鍵のないあいだ")).isEqualTo("0");
        keys.nameKeys();
        asOwner("UPDATE yakuba.exc_arrival SET next_at = now() WHERE id = '" + letter.id() + "'");
        as(() -> arrivals.judge(letter.id()));
        awaitJudged(letter.id());
        assertThat(recordsOf("鍵のないあいだ")).isEqualTo("1");
    }

    private TransferView deliver(PeerOffice.Message letter, UUID previous) throws Exception {
        as(() -> arrivals.take(letter.whole(previous), letter.container()));
        as(() -> arrivals.judge(letter.id()));
        awaitJudged(letter.id()); // the clock may have taken it first
        return as(() -> arrivals.find(letter.id()));
    }

    private void put(UUID id, int number, byte[] content) throws Exception {
        as(() -> {
            arrivals.put(id, number, content);
            return null;
        });
    }

    private void awaitJudged(UUID id) throws Exception {
        for (int attempt = 0; attempt < 300; attempt++) {
            var state = as(() -> arrivals.find(id)).state();
            if (state == ArrivalState.ACCEPTED || state == ArrivalState.REFUSED) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not judged: " + id);
    }

    private byte[] answerTo(PeerOffice.Message letter) throws Exception {
        return as(() -> arrivals.findAnswer(letter.id())).orElseThrow();
    }

    private Answer read(PeerOffice.Message letter, byte[] answer) throws Exception {
        return answers.read(answer, new Answer.Letter(letter.id(), Sha256.hex(letter.container()), CODE, "016373"));
    }

    private <T> T as(Callable<T> deed) throws Exception {
        return request.as(Actor.peer(CODE, "test"), () -> peer.call(deed));
    }

    private static void refused(Problem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed).satisfies(thrown -> assertThat(problemOf(thrown)).isEqualTo(problem));
    }

    private static Problem problemOf(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolation refusal) {
                return refusal.problem();
            }
        }
        throw new AssertionError("no refusal", thrown);
    }

    private String recordsOf(String title) throws SQLException {
        return text("SELECT count(*) FROM yakuba.doc_record WHERE title = '" + title + "'");
    }

    private String text(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement(); var row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

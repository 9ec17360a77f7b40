package jp.yakuba.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import jp.yakuba.AsDesk;
import jp.yakuba.AsPeer;
import jp.yakuba.InRequest;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.exchange.api.AnswerDesk;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.api.WaitingDesk;
import jp.yakuba.exchange.service.CollectRound;
import jp.yakuba.exchange.service.ParcelRound;
import jp.yakuba.exchange.service.container.Answer;
import jp.yakuba.exchange.service.container.AnswerXml;
import jp.yakuba.kernel.Actor;
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
@DisplayName("取りに来る相手方(コンテナ内)")
class WaitingIT {
    private static final String CODE = "990043";
    private static final String STRANGER = "990051";
    private static final int SIZE = 5 * 1024 * 1024;

    @Inject
    private WaitingDesk waiting;

    @Inject
    private AnswerDesk answering;

    @Inject
    private AnswerXml answers;

    @Inject
    private FileDesk files;

    @Inject
    private ParcelRound round;

    @Inject
    private CollectRound collections;

    @Inject
    private AsDesk desk;

    @Inject
    private AsPeer peer;

    @Inject
    private InRequest request;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    private SigningFixture keys;
    private byte[] content;

    @BeforeEach
    void open() throws Exception {
        keys = new SigningFixture(Files.createTempDirectory("waiting"), Instant.now());
        keys.keyOf("016373");
        keys.keyOf(CODE);
        keys.nameKeys();
        content = new byte[SIZE];
        new Random(7).nextBytes(content);
        asOwner("INSERT INTO yakuba.exc_peer (code, name, address, added_at) VALUES ('" + CODE + "', '試験市', 'https://localhost:1/x', now()), ('" + STRANGER
                + "', '別の試験市', 'https://localhost:1/x', now()) ON CONFLICT (code) DO NOTHING");
        asOwner("UPDATE yakuba.exc_peer SET way = 'THEY_COLLECT' WHERE code = '" + CODE + "'");
    }

    @AfterEach
    void close() throws Exception {
        keys.close();
        asOwner("UPDATE yakuba.exc_peer SET way = 'BOTH_CALL' WHERE code IN ('" + CODE + "', '" + STRANGER + "')");
        asOwner("UPDATE yakuba.exc_parcel SET state = 'CANCELLED', next_at = NULL, claimed = false WHERE peer = '" + CODE + "' AND next_at IS NOT NULL");
    }

    private UUID lay(UUID conversation, int sequence, String orderedAt) throws Exception {
        var id = UUID.randomUUID();
        var kept = desk.call(() -> files.keepSealed(id, new ByteArrayInputStream(content), id + ".asice", Long.MAX_VALUE));
        asOwner("INSERT INTO yakuba.exc_parcel (id, delivery, record_id, peer, conversation, sequence, service, number, dated, title, mark, section, state,"
                + " sha256, bytes, ordered_at, next_at) VALUES ('" + id + "', gen_random_uuid(), gen_random_uuid(), '" + CODE + "', '" + conversation + "', "
                + sequence + ", 'document', '芽総第1号', current_date, '取りに来るのを待つ', 'ORDINARY', 'general', 'SEALED', '" + kept.sha256() + "', " + kept.size()
                + ", " + orderedAt + ", now() + interval '1 day')");
        return id;
    }

    @Test
    @DisplayName("待っているものは相手だけが見て、予告どおりの部分で取り、取ったと言い、受領通知を持って来る。同じことを二度言っても同じ")
    void whatWaitsIsCollected() throws Exception {
        var conversation = UUID.randomUUID();
        var first = lay(conversation, 1, "now() - interval '2 minutes'");
        var second = lay(conversation, 2, "now() - interval '1 minute'");
        assertThat(as(CODE, () -> waiting.list(null))).extracting(WaitingDesk.Waiting::id).contains(first).doesNotContain(second);
        assertThat(as(STRANGER, () -> waiting.list(null))).isEmpty();

        var announced = as(CODE, () -> waiting.announce(first));
        assertThat(announced.fits()).isTrue();
        assertThat(announced.sha256()).isEqualTo(Sha256.hex(content));
        assertThat(announced.chunks()).hasSize(2);
        var brought = new ByteArrayOutputStream();
        for (int number = 0; number < announced.chunks().size(); number++) {
            int piece = number;
            var bytes = as(CODE, () -> waiting.read(first, piece));
            assertThat(Sha256.hex(bytes)).isEqualTo(announced.chunks().get(number));
            brought.write(bytes);
        }
        assertThat(brought.toByteArray()).isEqualTo(content);
        for (ThrowingCallable peeping : new ThrowingCallable[] {() -> as(STRANGER, () -> waiting.announce(first)), () -> as(STRANGER, () -> waiting.read(first, 0)),
            () -> keptBy(STRANGER, first), () -> as(CODE, () -> waiting.read(first, 2)), () -> as(CODE, () -> waiting.read(first, -1))}) {
            refused(ExchangeProblem.NO_SUCH_MESSAGE, peeping);
        }

        keptBy(CODE, first);
        keptBy(CODE, first);
        assertThat(state(first)).isEqualTo("HANDED_OVER");
        assertThat(as(CODE, () -> waiting.list(null))).filteredOn(one -> one.id().equals(first)).as("waits for its answer").allMatch(WaitingDesk.Waiting::kept).hasSize(1);
        assertThat(as(CODE, () -> waiting.list(null))).extracting(WaitingDesk.Waiting::id).doesNotContain(second);
        var letter = new Answer.Letter(first, announced.sha256(), "016373", CODE);
        var receipt = answers.receipt(letter, "試収第1号", keys.handOf(CODE));
        bring(first, receipt);
        bring(first, receipt);
        assertThat(state(first)).isEqualTo("RECEIPTED");
        keptBy(CODE, first);
        assertThat(state(first)).isEqualTo("RECEIPTED");
        assertThat(as(CODE, () -> waiting.list(null))).extracting(WaitingDesk.Waiting::id).contains(second);
        assertThat(text("SELECT count(*) FROM yakuba.exc_use WHERE message = '" + first + "' AND deed = 'collect'")).isEqualTo("1");
    }

    @Test
    @DisplayName("取りに来ないまま日が過ぎれば、送るのをやめたと分かる。それまでは待つ")
    void whatNobodyCollectsIsGivenUp() throws Exception {
        var waits = lay(UUID.randomUUID(), 1, "now() - interval '13 days'");
        var late = lay(UUID.randomUUID(), 1, "now() - interval '15 days'");
        var collected = lay(UUID.randomUUID(), 1, "now() - interval '14 days' + interval '1 second'");
        assertThat(as(CODE, () -> waiting.list(late))).extracting(WaitingDesk.Waiting::id).as("after the oldest").contains(waits).doesNotContain(late);
        keptBy(CODE, collected);
        for (var id : new UUID[] {waits, late, collected}) {
            desk.call(() -> {
                round.lie(id);
                return null;
            });
        }
        assertThat(state(waits)).isEqualTo("SEALED");
        assertThat(text("SELECT next_at > now() + interval '50 minutes' FROM yakuba.exc_parcel WHERE id = '" + waits + "'")).isEqualTo("t");
        assertThat(text("SELECT state || ' ' || problem FROM yakuba.exc_parcel WHERE id = '" + late + "'")).isEqualTo("GIVEN_UP NOT_COLLECTED");
        refused(ExchangeProblem.NO_SUCH_MESSAGE, () -> as(CODE, () -> waiting.announce(late)));
        refused(ExchangeProblem.NO_SUCH_MESSAGE, () -> keptBy(CODE, late));
        asOwner("UPDATE yakuba.exc_parcel SET ordered_at = now() - interval '20 days' WHERE id = '" + collected + "'");
        desk.call(() -> {
            round.lie(collected);
            return null;
        });
        assertThat(state(collected)).as("what was collected is not given up").isEqualTo("HANDED_OVER");
    }

    @Test
    @DisplayName("取りに来ているあいだに前のものが送り直されれば、後のものはまだ取れたことにならず、順番が来ればそのまま取れる")
    void whatIsBehindIsNotKeptFirst() throws Exception {
        var conversation = UUID.randomUUID();
        var first = lay(conversation, 1, "now() - interval '2 minutes'");
        var second = lay(conversation, 2, "now() - interval '1 minute'");
        refused(ExchangeProblem.NO_SUCH_MESSAGE, () -> keptBy(CODE, second));
        assertThat(state(second)).isEqualTo("SEALED");
        keptBy(CODE, first);
        refused(ExchangeProblem.NO_SUCH_MESSAGE, () -> keptBy(CODE, second));
        bring(first, answers.receipt(new Answer.Letter(first, Sha256.hex(content), "016373", CODE), "試収第2号", keys.handOf(CODE)));
        keptBy(CODE, second);
        assertThat(state(second)).isEqualTo("HANDED_OVER");
    }

    @Test
    @DisplayName("取りに行くのは、決めた相手だけで、一人ずつ。止めた相手には行かない")
    void onlyOneGoes() throws Exception {
        asOwner("UPDATE yakuba.exc_peer SET way = 'WE_COLLECT', collect_at = NULL WHERE code = '" + STRANGER + "'");
        var due = desk.call(collections::claim);
        assertThat(due).hasValueSatisfying(found -> assertThat(found.code()).isEqualTo(STRANGER));
        assertThat(desk.call(collections::claim)).as("somebody is on the way").isEmpty();
        desk.call(() -> {
            collections.done(due.orElseThrow(), false);
            return null;
        });
        assertThat(text("SELECT collect_at BETWEEN now() + interval '2 minutes' AND now() + interval '1 hour' FROM yakuba.exc_peer WHERE code = '" + STRANGER + "'"))
                .isEqualTo("t");
        asOwner("UPDATE yakuba.exc_peer SET state = 'SUSPENDED', collect_at = NULL WHERE code = '" + STRANGER + "'");
        assertThat(desk.call(collections::claim)).isEmpty();
        asOwner("UPDATE yakuba.exc_peer SET state = 'ACTIVE' WHERE code = '" + STRANGER + "'");
    }

    private void keptBy(String code, UUID id) throws Exception {
        as(code, () -> {
            waiting.kept(id);
            return null;
        });
    }

    private void bring(UUID id, byte[] answer) throws Exception {
        as(CODE, () -> {
            answering.take(id, answer);
            return null;
        });
    }

    private String state(UUID id) throws SQLException {
        return text("SELECT state FROM yakuba.exc_parcel WHERE id = '" + id + "'");
    }

    private <T> T as(String code, Callable<T> deed) throws Exception {
        return request.as(Actor.peer(code, "test"), () -> peer.call(deed));
    }

    private static void refused(ExchangeProblem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed).satisfies(thrown -> {
            var cause = thrown;
            while (cause != null && !(cause instanceof RuleViolation)) {
                cause = cause.getCause();
            }
            assertThat(cause).isInstanceOfSatisfying(RuleViolation.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
        });
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

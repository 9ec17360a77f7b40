package jp.yakuba.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.api.PeerDesk;
import jp.yakuba.exchange.api.PeerState;
import jp.yakuba.exchange.api.WritePeer;
import jp.yakuba.kernel.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("相手方の登録(コンテナ内)")
class PeersIT {
    private static final String NEW = "132195";
    private static final String ADDRESS = "https://exchange.komae.example/api/exchange/v1";

    @Inject
    private OperatorsFixture town;

    @Inject
    private PeerDesk desk;

    @Resource
    private ManagedExecutorService executor;

    @BeforeEach
    void open() throws Exception {
        town.open();
        forget();
    }

    @AfterEach
    void close() throws Exception {
        forget();
        town.close();
    }

    private void forget() throws Exception {
        town.asOwner("DELETE FROM yakuba.exc_peer_change WHERE peer = '" + NEW + "'");
        town.asOwner("DELETE FROM yakuba.exc_peer WHERE code = '" + NEW + "'");
    }

    @Test
    @DisplayName("登録し、変え、止め、再開する。そのたびに監査と変更の記録に残り、記録から前の内容が分かる")
    void everyChangeIsKept() throws Exception {
        var begin = town.text("SELECT coalesce(max(occurred_at), 'epoch')::text FROM yakuba.aud_entry WHERE object_type = 'peer' AND object_id = '" + NEW + "'");
        as(() -> desk.add(words("狛江市", null)));
        refused(ExchangeProblem.PEER_KNOWN, () -> as(() -> desk.add(words("狛江市", null))));
        var first = find();
        assertThat(first.state()).isEqualTo(PeerState.ACTIVE);
        assertThat(first.asked()).containsExactly("inquiry");
        as(() -> desk.write(words("狛江市役所", first.version())));
        var second = find().version();
        refused(ExchangeProblem.REASON_MISSING, () -> as(() -> desk.suspend(NEW, second, " ")));
        as(() -> desk.suspend(NEW, second, "証明書の失効"));
        assertThat(find().state()).isEqualTo(PeerState.SUSPENDED);
        var third = find().version();
        as(() -> desk.resume(NEW, third, "新しい証明書が届いた"));

        var changes = town.asOperator(() -> desk.listChanges(NEW));
        assertThat(changes).extracting(change -> change.peer().name() + " " + change.peer().state() + " " + change.reason())
                .containsExactly("狛江市役所 ACTIVE 新しい証明書が届いた", "狛江市役所 SUSPENDED 証明書の失効", "狛江市役所 ACTIVE null", "狛江市 ACTIVE null");
        assertThat(changes).allSatisfy(change -> assertThat(change.who()).isEqualTo("試験 職員"));
        assertThat(town.text("SELECT string_agg(deed, ' ' ORDER BY occurred_at) FROM yakuba.aud_entry WHERE object_type = 'peer' AND object_id = '" + NEW
                + "' AND occurred_at > '" + begin + "'")).isEqualTo("exchange.peer-add exchange.peer-write exchange.peer-suspend exchange.peer-resume");
    }

    @Test
    @DisplayName("二人が同時に変えれば、二人目は先に変えられたと分かる。窓口を通さずに登録された相手方も、はじめの内容が残る")
    void twoAtOnce() throws Exception {
        town.asOwner("INSERT INTO yakuba.exc_peer (code, name, address, added_at) VALUES ('" + NEW + "', 'はじめの名', '" + ADDRESS + "', now())");
        var version = find().version();
        var start = new CountDownLatch(1);
        var hands = new ArrayList<Future<Problem>>();
        for (var name : new String[] {"一人目", "二人目"}) {
            hands.add(executor.submit(() -> {
                start.await();
                try {
                    as(() -> desk.write(words(name, version)));
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
        assertThat(outcomes).containsExactlyInAnyOrder(null, ExchangeProblem.CHANGED_MEANWHILE);
        assertThat(town.asOperator(() -> desk.listChanges(NEW))).extracting(change -> change.peer().name())
                .containsExactly(find().name(), "はじめの名");
    }

    @Test
    @DisplayName("自分自身、知らない相手方、あり得ない内容は断る。運用の担当のほかは、窓口に入れない")
    void whatCannotBeIsRefused() throws Exception {
        refused(ExchangeProblem.PEER_OURSELVES, () -> as(() -> desk.add(new WritePeer("016373", "芽室町", ADDRESS, Set.of(), Set.of(), 2000, 1, null))));
        refused(ExchangeProblem.PEER_WRONG, () -> as(() -> desk.add(new WritePeer("132194", "検査数字違い", ADDRESS, Set.of(), Set.of(), 2000, 1, null))));
        refused(ExchangeProblem.NO_SUCH_PEER, () -> as(() -> desk.suspend(NEW, 0, "いない")));
        assertThatThrownBy(() -> town.asStaffOf("general", () -> desk.list())).isInstanceOf(EJBAccessException.class);
    }

    @Test
    @DisplayName("待っているものをまとめて今すぐ送り直せる。だれかが手にしているものはそのまま")
    void whatWaitsIsTriedNow() throws Exception {
        var waiting = town.sealed(UUID.randomUUID(), 1, 100, "now() + interval '1 hour'");
        var taken = town.sealed(UUID.randomUUID(), 1, 101, "now() + interval '1 hour'");
        town.asOwner("UPDATE yakuba.exc_parcel SET claimed = true WHERE id = '" + taken + "'");
        var others = Integer.parseInt(town.text("SELECT count(*) FROM yakuba.exc_parcel WHERE peer = '" + OperatorsFixture.CODE
                + "' AND next_at > now() AND NOT claimed AND id <> '" + waiting + "'"));
        assertThat(town.asOperator(() -> desk.tryAll(OperatorsFixture.CODE, "回線が直った"))).isEqualTo(1 + others);
        assertThat(town.text("SELECT next_at <= now() FROM yakuba.exc_parcel WHERE id = '" + waiting + "'")).isEqualTo("t");
        assertThat(town.text("SELECT next_at > now() FROM yakuba.exc_parcel WHERE id = '" + taken + "'")).isEqualTo("t");
    }

    private static WritePeer words(String name, Long version) {
        return new WritePeer(NEW, name, ADDRESS, Set.of("document"), Set.of("inquiry"), 1_000_000, 60, version);
    }

    private jp.yakuba.exchange.api.PeerView find() throws Exception {
        return town.asOperator(() -> desk.find(NEW));
    }

    private void as(Runnable deed) throws Exception {
        town.asOperator(() -> {
            deed.run();
            return null;
        });
    }

    private static void refused(Problem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed).satisfies(thrown -> assertThat(OperatorsFixture.problemOf(thrown)).isEqualTo(problem));
    }
}

package jp.yakuba.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.yakuba.AsDesk;
import jp.yakuba.AsResident;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import jp.yakuba.kernel.CurrentActor;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.Role;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.notification.api.NoticeBoxDesk;
import jp.yakuba.notification.api.NoticeLine;
import jp.yakuba.notification.api.NotificationDesk;
import jp.yakuba.notification.api.NotificationProblem;
import jp.yakuba.notification.api.OrderNotice;
import jp.yakuba.notification.gateway.MailNotSent;
import jp.yakuba.notification.service.MailRound;
import jp.yakuba.notification.store.NoticeStore;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("通知(コンテナ内)")
class NotificationIT {
    private static final PageRequest FIRST = new PageRequest(0, 20);

    @Inject
    private NotificationDesk desk;

    @Inject
    private NoticeBoxDesk box;

    @Inject
    private MailRound round;

    @Inject
    private NoticeStore notices;

    @Inject
    private CurrentActor actor;

    @Inject
    private AsDesk asDesk;

    @Inject
    private AsResident resident;

    @PersistenceContext(unitName = "yakuba")
    private EntityManager entities;

    @Resource
    private UserTransaction transaction;

    @Test
    @DisplayName("同じできごとのお知らせは一通だけで、取り消された行いのお知らせは残らない")
    void oneNoticePerOccasion() throws Exception {
        var account = signIn();
        order(account, "once:" + account, true);
        order(account, "once:" + account, true);
        order(account, "rolled-back:" + account, false);

        var mine = resident.call(() -> box.listMine(FIRST));

        assertThat(mine.total()).isEqualTo(1);
        assertThat(mine.rows().get(0).subject()).contains("R8-1");
    }

    @Test
    @DisplayName("開けば既読になり、未読の数が減る")
    void openingReads() throws Exception {
        var account = signIn();
        order(account, "a:" + account, true);
        order(account, "b:" + account, true);
        var first = mine().get(0);

        assertThat(resident.call(() -> box.countUnread())).isEqualTo(2);
        assertThat(resident.call(() -> box.open(first.id())).body()).contains("R8-1");
        assertThat(resident.call(() -> box.countUnread())).isEqualTo(1);
        resident.call(() -> {
            box.markAllRead();
            return null;
        });
        assertThat(mine()).noneMatch(NoticeLine::unread);
    }

    @Test
    @DisplayName("ほかの人のお知らせは開けない")
    void nobodyOpensAnothers() throws Exception {
        var owner = signIn();
        order(owner, "mine:" + owner, true);
        var notice = mine().get(0);
        signIn();

        assertThatThrownBy(() -> resident.call(() -> box.open(notice.id()))).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.problem()).isEqualTo(NotificationProblem.NO_SUCH_NOTICE));
    }

    @Test
    @DisplayName("一通のメールは一人の係だけが受け持ち、送れば秘密のリンクを忘れる")
    void aMailIsClaimedOnceAndForgottenWhenSent() throws Exception {
        claimAll();
        transaction.begin();
        asDesk.call(() -> {
            desk.order(new OrderNotice("link:" + UUID.randomUUID(), null, "taro@one.example", "ja", "account-register",
                    Map.of(), "/register?token=secret"));
            return null;
        });
        transaction.commit();

        var claimed = round.claim();
        assertThat(claimed).hasSize(1);
        assertThat(round.claim()).isEmpty();
        var claim = claimed.get(0).claim();
        var id = claim.noticeId();
        assertThat(claimed.get(0).letter().body()).contains("token=secret");
        assertThat(round.handOver(claim)).isTrue();
        assertThat(round.handOver(claim)).as("handed over twice").isFalse();
        round.sent(id);

        var kept = notices.find(id).orElseThrow();
        assertThat(kept.mailBody()).isNull();
        assertThat(kept.view().body()).isEmpty();
        assertThat(kept.view().link()).isNull();
    }

    @Test
    @DisplayName("ポータルのお知らせは、メールを送っても読める")
    void aNoticeInTheBoxStaysWhenItsMailIsSent() throws Exception {
        claimAll();
        var owner = signIn();
        transaction.begin();
        asDesk.call(() -> {
            desk.order(new OrderNotice("both:" + owner, owner, "taro@one.example", "ja", "application-arrived",
                    Map.of("count", "7", "number", "R8-1"), "/my"));
            return null;
        });
        transaction.commit();

        var claim = round.claim().get(0).claim();
        round.handOver(claim);
        round.sent(claim.noticeId());

        var kept = notices.find(claim.noticeId()).orElseThrow();
        assertThat(kept.mailBody()).isNull();
        assertThat(kept.view().body()).contains("R8-1");
        assertThat(kept.view().link()).isEqualTo("/my");
    }

    @Test
    @DisplayName("渡す途中で係が消えたメールは、送られたかわからないままにし、ほかの係は送らない")
    void aMailWhoseSenderVanishedWhileHandingOverIsNotSentAgain() throws Exception {
        claimAll();
        orderMail("taro@gone.example");
        var claim = round.claim().get(0).claim();
        round.handOver(claim);
        abandon(claim.noticeId());
        round.collectAbandoned();
        makeDue(claim.noticeId());

        assertThat(round.claim()).isEmpty();
        assertThat(round.handOver(claim)).isFalse();
    }

    @Test
    @DisplayName("手間取るうちにほかの係に移ったメールは、もとの係からは出ていかない")
    void aSenderThatLostItsClaimSendsNothing() throws Exception {
        claimAll();
        orderMail("slow@one.example");
        var slow = round.claim().get(0).claim();
        abandon(slow.noticeId());
        round.collectAbandoned();
        makeDue(slow.noticeId());
        var another = round.claim().get(0).claim();
        assertThat(another.noticeId()).isEqualTo(slow.noticeId());

        assertThat(round.handOver(slow)).isFalse();
        round.notSent(slow, MailNotSent.Kind.NEVER, "550");

        assertThat(round.handOver(another)).as("the other sender still holds it").isTrue();
        round.sent(another.noticeId());
    }

    private void abandon(UUID noticeId) throws Exception {
        change("update ntf_delivery set claimed_at = claimed_at - interval '1 hour' where notice_id = ?1", noticeId);
    }

    private void makeDue(UUID noticeId) throws Exception {
        change("update ntf_delivery set next_attempt_at = claimed_at where notice_id = ?1", noticeId);
    }

    private void change(String statement, UUID noticeId) throws Exception {
        transaction.begin();
        entities.createNativeQuery(statement).setParameter(1, noticeId).executeUpdate();
        transaction.commit();
    }

    @Test
    @DisplayName("届かないドメインは、ほかのドメインを待たせない")
    void aDeadDomainDoesNotHoldUpTheOthers() throws Exception {
        claimAll();
        for (int number = 0; number < 30; number++) {
            orderMail("taro" + number + "@dead.example");
        }
        orderMail("hanako@alive.example");

        var claimed = round.claim();
        var domains = new ArrayList<String>();
        for (var each : claimed) {
            domains.add(each.letter().address().replaceFirst(".*@", ""));
        }
        assertThat(domains).contains("alive.example");
        assertThat(domains.stream().filter("dead.example"::equals)).hasSize(5);

        claimed.forEach(each -> round.notSent(each.claim(), MailNotSent.Kind.LATER, "450"));
        assertThat(round.claim()).as("the whole domain waits").isEmpty();
    }

    private void claimAll() {
        while (!round.claim().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private void orderMail(String address) throws Exception {
        transaction.begin();
        asDesk.call(() -> {
            desk.order(new OrderNotice("mail:" + address + UUID.randomUUID(), null, address, "en", "account-confirm-mail",
                    Map.of(), "/confirm"));
            return null;
        });
        transaction.commit();
    }

    private void order(UUID account, String onceKey, boolean commit) throws Exception {
        transaction.begin();
        asDesk.call(() -> {
            desk.order(new OrderNotice(onceKey, account, null, "ja", "application-arrived",
                    Map.of("count", "7", "number", "R8-1"), "/my"));
            return null;
        });
        if (commit) {
            transaction.commit();
        } else {
            transaction.rollback();
        }
    }

    private List<NoticeLine> mine() throws Exception {
        return resident.call(() -> box.listMine(FIRST)).rows();
    }

    private UUID signIn() {
        var account = UUID.randomUUID();
        actor.actAs(new Actor(Actor.Kind.RESIDENT, account, "account", null, null, Set.of(Role.RESIDENT),
                Assurance.PASSWORD, "127.0.0.1"), "trial");
        return account;
    }
}

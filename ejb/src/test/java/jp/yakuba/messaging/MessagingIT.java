package jp.yakuba.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRequiredException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import jp.yakuba.AsDesk;
import jp.yakuba.AsOperator;
import jp.yakuba.AsResident;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.PageRequest;
import jp.yakuba.kernel.RuleViolation;
import jp.yakuba.messaging.api.InboxDesk;
import jp.yakuba.messaging.api.LeaveMessage;
import jp.yakuba.messaging.api.MessagingDesk;
import jp.yakuba.messaging.api.MessagingProblem;
import jp.yakuba.messaging.api.OutboxDesk;
import jp.yakuba.messaging.api.OutboxLine;
import jp.yakuba.messaging.api.SetAsideLine;
import jp.yakuba.messaging.store.OutboxStore;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("連携(コンテナ内)")
class MessagingIT {
    private static final String QUEUE = "yakuba.core.water.request";
    private static final String ANSWERS = "yakuba.core.water.answer";
    private static final PageRequest FIRST = new PageRequest(0, 200);

    @Inject
    private OutboxDesk outbox;

    @Inject
    private InboxDesk inbox;

    @Inject
    private MessagingDesk messages;

    @Inject
    private OutboxStore store;

    @Inject
    private OfficeClock clock;

    @Inject
    private AsDesk desk;

    @Inject
    private AsOperator operator;

    @Inject
    private AsResident resident;

    @Resource
    private UserTransaction transaction;

    @Test
    @DisplayName("電文は、行いが取り消されれば残らず、確定すれば残る")
    void messagesStandAndFallWithTheDeed() throws Exception {
        var withdrawn = message("trial:" + UUID.randomUUID());
        transaction.begin();
        desk.call(() -> outbox.leave(withdrawn));
        transaction.rollback();

        var kept = message("trial:" + UUID.randomUUID());
        inTransaction(() -> outbox.leave(kept));

        assertThat(operator.call(() -> messages.listOutbox(true, FIRST)).rows()).extracting(OutboxLine::id)
                .contains(kept.id()).doesNotContain(withdrawn.id());
    }

    @Test
    @DisplayName("行いの外では電文を置けず、住民には置けない")
    void messagesAreLeftByDesksInsideADeed() throws Exception {
        assertThatThrownBy(() -> desk.call(() -> outbox.leave(message("trial:1"))))
                .isInstanceOf(EJBTransactionRequiredException.class);
        transaction.begin();
        try {
            assertThatThrownBy(() -> resident.call(() -> outbox.leave(message("trial:1"))))
                    .isInstanceOf(EJBException.class).hasMessageContaining("not allowed");
        } finally {
            transaction.rollback();
        }
    }

    @Test
    @DisplayName("同じ電文は一度しか効かない。取り消された受付は、なかったことになる")
    void aMessageWorksOnce() throws Exception {
        var id = UUID.randomUUID();
        transaction.begin();
        assertThat(desk.call(() -> inbox.accept(id, ANSWERS, "trial"))).isTrue();
        transaction.rollback();

        assertThat(inTransaction(() -> inbox.accept(id, ANSWERS, "trial"))).isTrue();
        assertThat(inTransaction(() -> inbox.accept(id, ANSWERS, "trial"))).isFalse();
        assertThat(inTransaction(() -> inbox.accept(id, "yakuba.core.school.answer", "trial")))
                .as("the same id from somebody else is another message").isTrue();
    }

    @Test
    @DisplayName("回答が届いて済みになり、知らない電文への回答はわかる")
    void anAnswerEndsTheWaiting() throws Exception {
        var asked = message("trial:" + UUID.randomUUID());
        inTransaction(() -> outbox.leave(asked));

        assertThat(inTransaction(() -> inbox.answered(asked.id()))).isTrue();
        assertThat(inTransaction(() -> inbox.answered(UUID.randomUUID()))).isFalse();
        assertThat(operator.call(() -> messages.listOutbox(true, FIRST)).rows())
                .extracting(OutboxLine::id).doesNotContain(asked.id());
    }

    @Test
    @DisplayName("同じ主題の電文は、前の一通が済むまで次を送らない")
    void keepsTheOrderOfASubject() throws Exception {
        var subject = "trial:" + UUID.randomUUID();
        var first = message(subject);
        var second = message(subject);
        inTransaction(() -> outbox.leave(first));
        inTransaction(() -> outbox.leave(second));

        assertThat(isDue(first.id())).isTrue();
        assertThat(isDue(second.id())).isFalse();

        inTransaction(() -> inbox.answered(first.id()));
        assertThat(isDue(second.id())).isTrue();
    }

    @Test
    @DisplayName("相手が一週間黙っていても、送り直す間は延びるばかりで、一時間に一度より多くはならない")
    void aWeekOfSilenceIsNoFlood() throws Exception {
        var message = message("trial:" + UUID.randomUUID());
        inTransaction(() -> outbox.leave(message));
        var silent = clock.now();
        var copies = new ArrayList<Instant>();

        for (var now = silent; now.isBefore(silent.plus(Duration.ofDays(7))); ) {
            copies.add(now);
            now = sentWhenDue(message.id(), now);
            assertThat(isDue(message.id(), now.minusSeconds(1))).as("between two copies").isFalse();
        }

        assertThat(copies).as("0, 1, 3, 7, 15, 31 and 63 minutes later, then once an hour").hasSize(7 + 166);
        assertThat(operator.call(() -> messages.findOutgoing(message.id())).attempts()).isEqualTo(copies.size());
        assertThat(operator.call(() -> messages.backlog()).oldest()).as("operators see since when").isBeforeOrEqualTo(silent);
    }

    @Test
    @DisplayName("失われたサーバの電文は、すぐに送り直す番になる")
    void whatALostNodeHeldIsDueAtOnce() throws Exception {
        var message = message("trial:" + UUID.randomUUID());
        var lost = "node-" + UUID.randomUUID();
        inTransaction(() -> outbox.leave(message));
        inTransaction(() -> {
            store.heartbeat(lost, clock.now().minus(Duration.ofHours(1)), clock.now().minus(Duration.ofHours(2)));
            store.find(message.id()).orElseThrow().sent(lost, clock.now());
            return null;
        });
        assertThat(isDue(message.id())).isFalse();

        inTransaction(() -> store.heartbeat("node-here", clock.now(), clock.now().minus(Duration.ofMinutes(1))));

        assertThat(isDue(message.id())).isTrue();
    }

    @Test
    @DisplayName("処理できない電文は、行いと関わりなく保留に残り、回数を数える")
    void whatCannotBeProcessedIsSetAside() throws Exception {
        var id = UUID.randomUUID();
        transaction.begin();
        desk.call(() -> {
            inbox.setAside(id, ANSWERS, "trial", "{", "malformed");
            inbox.setAside(id, ANSWERS, "trial", "{", "malformed again");
            return null;
        });
        transaction.rollback();

        assertThat(setAside(id).times()).isEqualTo(2);
        assertThat(setAside(id).reason()).isEqualTo("malformed again");
    }

    @Test
    @DisplayName("保留した電文は、理由を書けば一度だけ、来た列へ戻せる")
    void anOperatorSendsASetAsideMessageBackOnce() throws Exception {
        var id = UUID.randomUUID();
        desk.call(() -> {
            inbox.setAside(id, ANSWERS, "trial", "{\"as\":\"it came\"}", "unknown");
            return null;
        });
        var row = setAside(id).id();

        assertThatThrownBy(() -> retry(row, " ")).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.problem()).isEqualTo(MessagingProblem.REASON_MISSING));
        retry(row, "the sender was put right");
        assertThatThrownBy(() -> retry(row, "again")).isInstanceOfSatisfying(RuleViolation.class,
                refusal -> assertThat(refusal.problem()).isEqualTo(MessagingProblem.ALREADY_CLOSED));

        var line = operator.call(() -> messages.listOutbox(true, FIRST)).rows().stream()
                .filter(message -> message.id().equals(id)).findFirst().orElseThrow();
        assertThat(line.destination()).isEqualTo(ANSWERS);
        assertThat(inTransaction(() -> store.find(id).orElseThrow().text())).isEqualTo("{\"as\":\"it came\"}");
    }

    private void retry(UUID row, String reason) throws Exception {
        operator.call(() -> {
            messages.retrySetAside(row, reason);
            return null;
        });
    }

    private SetAsideLine setAside(UUID messageId) throws Exception {
        return operator.call(() -> messages.listSetAside(true, FIRST)).rows().stream()
                .filter(line -> line.messageId().equals(messageId)).findFirst().orElseThrow();
    }

    private boolean isDue(UUID id) throws Exception {
        return isDue(id, clock.now());
    }

    private boolean isDue(UUID id, Instant now) throws Exception {
        return inTransaction(() -> store.takeDue(now, 1_000).stream().anyMatch(message -> message.id().equals(id)));
    }

    /** Sends it as a round of the sender does; when the next copy is due. */
    private Instant sentWhenDue(UUID id, Instant now) throws Exception {
        return inTransaction(() -> {
            var due = store.takeDue(now, 1_000).stream().filter(message -> message.id().equals(id)).findFirst().orElseThrow();
            due.sent("node-here", now);
            return due.nextAttemptAt();
        });
    }

    private <T> T inTransaction(Callable<T> deed) throws Exception {
        transaction.begin();
        try {
            var result = desk.call(deed);
            transaction.commit();
            return result;
        } catch (Exception | AssertionError failure) {
            transaction.rollback();
            throw failure;
        }
    }

    private static LeaveMessage message(String subject) {
        return new LeaveMessage(UUID.randomUUID(), QUEUE, subject, "trial", 1, "{\"a\":1}", true);
    }
}

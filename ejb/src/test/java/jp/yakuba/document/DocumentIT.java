package jp.yakuba.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import jp.yakuba.InRequest;
import jp.yakuba.document.api.HistoryBreak;
import jp.yakuba.document.api.RecordEventKind;
import jp.yakuba.document.api.RecordEventLine;
import jp.yakuba.document.model.history.Payload;
import jp.yakuba.document.service.history.RecordHistory;
import jp.yakuba.house.Deployments;
import jp.yakuba.kernel.Actor;
import jp.yakuba.kernel.Assurance;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
@DisplayName("文書の窓口(コンテナ内)")
class DocumentIT {
    private static final Actor CLERK = new Actor(Actor.Kind.STAFF, UUID.randomUUID(), "佐藤一郎", "general-clerk-1", "general",
            Set.of(), Assurance.NONE, "test");

    @Inject
    private RecordHistory history;

    @Inject
    private InRequest request;

    @Resource
    private UserTransaction transaction;

    @Resource
    private ManagedExecutorService threads;

    @Resource(lookup = "java:jboss/datasources/YakubaDS")
    private DataSource application;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    @Deployment
    static Archive<?> house() {
        return Deployments.ejb();
    }

    @Test
    @DisplayName("履歴は行いとともに残り、取り消された行いは履歴にない")
    void aStepStandsOrFallsWithItsDeed() throws Exception {
        var record = UUID.randomUUID();
        note(record, RecordEventKind.RECEIVED);
        transaction.begin();
        history.note(record, RecordEventKind.READ, Map.of());
        transaction.rollback();
        note(record, RecordEventKind.COMPLETED);

        assertThat(history.of(record)).extracting(RecordEventLine::kind)
                .containsExactly(RecordEventKind.RECEIVED, RecordEventKind.COMPLETED);
        assertThat(history.of(record)).extracting(RecordEventLine::actorName).containsOnly("佐藤一郎");
        assertThat(history.verify(record)).isEmpty();
    }

    @Test
    @DisplayName("同じ文書に二十人が同時に書いても、一段ずつ並び、欠けない")
    void twentyAtOnceStandInLine() throws Exception {
        var record = UUID.randomUUID();
        note(record, RecordEventKind.RECEIVED);
        var all = new ArrayList<Future<RecordEventLine>>();
        for (int one = 0; one < 20; one++) {
            all.add(threads.submit(() -> note(record, RecordEventKind.READ)));
        }
        for (var each : all) {
            each.get();
        }

        assertThat(history.of(record)).extracting(RecordEventLine::sequence)
                .containsExactlyElementsOf(java.util.stream.IntStream.rangeClosed(1, 21).boxed().toList());
        assertThat(history.verify(record)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("所有者が鍵を外して一行を書き換えると、その段が名指しされる")
    @ValueSource(strings = {
        "UPDATE yakuba.doc_event SET actor_name = '別の人' WHERE record_id = ? AND sequence = 2",
        "UPDATE yakuba.doc_event SET payload = '{\"number\":\"第9号\"}' WHERE record_id = ? AND sequence = 2",
        "UPDATE yakuba.doc_event SET happened_at = happened_at - interval '1 day' WHERE record_id = ? AND sequence = 2"
    })
    void aTamperedRowIsNamed(String tampering) throws Exception {
        var record = UUID.randomUUID();
        for (var kind : List.of(RecordEventKind.RECEIVED, RecordEventKind.DISTRIBUTED, RecordEventKind.READ)) {
            note(record, kind);
        }

        asOwner(tampering, record);

        assertThat(history.verify(record)).contains(new HistoryBreak(record, 2, HistoryBreak.Kind.STEP_CHANGED));
    }

    @Test
    @DisplayName("最後の段を消しても、無くなったことが分かる")
    void aStepCutOffAtTheEndIsMissed() throws Exception {
        var record = UUID.randomUUID();
        note(record, RecordEventKind.RECEIVED);
        note(record, RecordEventKind.COMPLETED);

        asOwner("DELETE FROM yakuba.doc_event WHERE record_id = ? AND sequence = 2", record);

        assertThat(history.verify(record)).contains(new HistoryBreak(record, 2, HistoryBreak.Kind.STEP_MISSING));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("業務の役割は、履歴を変えることも消すことも巻き戻すこともできない")
    @ValueSource(strings = {
        "UPDATE doc_event SET actor_name = 'x'",
        "DELETE FROM doc_event",
        "TRUNCATE doc_event",
        "DELETE FROM doc_event_head",
        "UPDATE doc_event_head SET sequence = sequence",
        "DROP TRIGGER doc_event_stays ON doc_event"
    })
    void theApplicationRoleMayOnlyAdd(String statement) throws Exception {
        note(UUID.randomUUID(), RecordEventKind.RECEIVED);
        try (var connection = application.getConnection(); var tampering = connection.createStatement()) {
            assertThatThrownBy(() -> tampering.execute(statement))
                    .isInstanceOf(SQLException.class)
                    .satisfies(refusal -> assertThat(((SQLException) refusal).getSQLState()).isIn("42501", "23000"));
        }
    }

    private RecordEventLine note(UUID record, RecordEventKind kind) throws Exception {
        return asClerk(() -> history.note(record, kind, Payload.of(Map.of("number", "第1号"))));
    }

    /** Does the deed as a clerk in a transaction of its own. */
    private <T> T asClerk(Callable<T> deed) throws Exception {
        return request.as(CLERK, () -> {
            transaction.begin();
            try {
                var done = deed.call();
                transaction.commit();
                return done;
            } catch (Exception failure) {
                transaction.rollback();
                throw failure;
            }
        });
    }

    private void asOwner(String sql, UUID record) throws SQLException {
        try (var connection = owner.getConnection(); var unlock = connection.createStatement();
                var change = connection.prepareStatement(sql)) {
            unlock.execute("ALTER TABLE yakuba.doc_event DISABLE TRIGGER doc_event_stays");
            change.setObject(1, record);
            assertThat(change.executeUpdate()).isOne();
            unlock.execute("ALTER TABLE yakuba.doc_event ENABLE TRIGGER doc_event_stays");
        }
    }
}

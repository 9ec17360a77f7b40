package jp.yakuba.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBTransactionRequiredException;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import jp.yakuba.AsAuditor;
import jp.yakuba.AsResident;
import jp.yakuba.audit.api.AuditDesk;
import jp.yakuba.audit.api.AuditFilter;
import jp.yakuba.audit.api.AuditLine;
import jp.yakuba.audit.api.AuditNote;
import jp.yakuba.audit.api.ChainBreak;
import jp.yakuba.audit.api.ChainDesk;
import jp.yakuba.audit.api.ChainReport;
import jp.yakuba.kernel.Page;
import jp.yakuba.kernel.PageRequest;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ArquillianExtension.class)
@DisplayName("監査(コンテナ内)")
class AuditIT {
    private static final String DENIED = "42501";
    private static final PageRequest FIRST = new PageRequest(0, 20);

    @Inject
    private AuditDesk audit;

    @Inject
    private ChainDesk chain;

    @Inject
    private AsAuditor auditor;

    @Inject
    private AsResident resident;

    @Resource
    private UserTransaction transaction;

    @Resource(lookup = "java:jboss/datasources/YakubaDS")
    private DataSource application;

    @Resource(lookup = "java:jboss/datasources/YakubaOwnerDS")
    private DataSource owner;

    @Test
    @DisplayName("行いが取り消されても、照会と拒否の記録は残り、変更の記録は消える")
    void looksAndRefusalsOutliveTheDeed() throws Exception {
        var changed = UUID.randomUUID().toString();
        var looked = UUID.randomUUID().toString();
        var refused = UUID.randomUUID().toString();

        transaction.begin();
        audit.changed(note("trial.change", changed));
        audit.looked(note("trial.look", looked));
        audit.refused(note("trial.refuse", refused));
        transaction.rollback();

        assertThat(of(changed).rows()).isEmpty();
        assertThat(of(looked).rows()).hasSize(1);
        assertThat(of(refused).rows()).hasSize(1);
    }

    @Test
    @DisplayName("一覧の照会は一人ずつ、まとめて一度に書かれ、行いが取り消されても残る")
    void looksAtAListAreWrittenTogetherAndOutliveTheDeed() throws Exception {
        var list = UUID.randomUUID().toString();

        transaction.begin();
        audit.lookedAtAll(List.of(note("trial.look", list), note("trial.look", list), note("trial.look", list)));
        transaction.rollback();

        assertThat(of(list).rows()).hasSize(3);
        try (var connection = application.getConnection(); var query = connection.prepareStatement(
                "SELECT count(DISTINCT xmin::text) FROM aud_entry WHERE object_id = ? AND deed = 'trial.look'")) {
            query.setString(1, list);
            try (var rows = query.executeQuery()) {
                rows.next();
                assertThat(rows.getInt(1)).as("transactions").isOne();
            }
        }
    }

    @Test
    @DisplayName("変更は、行いの中でしか記録できない")
    void aChangeNeedsItsDeed() {
        assertThatThrownBy(() -> audit.changed(note("trial.change", "none"))).isInstanceOf(EJBTransactionRequiredException.class);
    }

    @Test
    @DisplayName("記録は数秒のうちに封印され、連鎖は成り立つ")
    void entriesAreSealedSoon() throws Exception {
        var object = UUID.randomUUID().toString();
        audit.looked(note("trial.look", object));

        assertThat(sealed(object).sequence()).isPositive();
        assertThat(verify().holds()).isTrue();
    }

    @Test
    @DisplayName("所有者が書き換えた行を名指しする")
    void namesARowThatTheOwnerChanged() throws Exception {
        var object = UUID.randomUUID().toString();
        audit.looked(note("trial.look", object));
        var line = sealed(object);
        try {
            rewrite(line.id(), "nothing to see");

            assertThat(verify().firstBreak())
                    .isEqualTo(new ChainBreak(line.sequence(), line.id(), ChainBreak.Kind.ENTRY_CHANGED));
        } finally {
            rewrite(line.id(), line.reason());
        }
        assertThat(verify().holds()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("業務の役割は、監査の行を変えることも消すこともできない")
    @ValueSource(strings = {
        "UPDATE aud_entry SET reason = 'x'",
        "DELETE FROM aud_entry",
        "TRUNCATE aud_entry",
        "UPDATE aud_seal SET sealed_at = now()",
        "DELETE FROM aud_seal",
        "UPDATE aud_head SET published_at = now()",
        "DELETE FROM aud_stamp",
        "DROP TRIGGER aud_entry_awaits_seal ON aud_entry",
        "ALTER TABLE aud_entry ADD COLUMN x int"
    })
    void theApplicationRoleMayOnlyAdd(String statement) throws Exception {
        try (var connection = application.getConnection(); var tampering = connection.createStatement()) {
            assertThatThrownBy(() -> tampering.execute(statement))
                    .isInstanceOf(SQLException.class)
                    .satisfies(refusal -> assertThat(((SQLException) refusal).getSQLState()).isEqualTo(DENIED));
        }
    }

    @Test
    @DisplayName("監査の役割がなければ、検索も検証もできない")
    void onlyAuditorsRead() {
        assertThatThrownBy(() -> resident.call(() -> chain.search(AuditFilter.between(null, null), FIRST)))
                .isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> resident.call(() -> chain.verify())).isInstanceOf(EJBAccessException.class);
    }

    @Test
    @DisplayName("人ごとに探せて、探したことも記録される")
    void searchesByPersonAndLogsTheSearch() throws Exception {
        var person = UUID.randomUUID();
        audit.looked("trial.look", person, "counter");

        var found = auditor.call(() -> chain.search(AuditFilter.ofPerson(person), FIRST));

        assertThat(found.total()).isEqualTo(2);
        assertThat(found.rows()).extracting(AuditLine::deed).contains("trial.look", "audit.search");
    }

    private static AuditNote note(String deed, String object) {
        return new AuditNote(deed, null, "trial", object, "why");
    }

    private Page<AuditLine> of(String object) throws Exception {
        return auditor.call(() -> chain.search(
                new AuditFilter(null, null, object, null, "trial.", null, null), FIRST));
    }

    private AuditLine sealed(String object) throws Exception {
        for (var turn = 0; turn < 50; turn++) {
            var line = of(object).rows().get(0);
            if (line.sequence() != null) {
                return line;
            }
            Thread.sleep(200);
        }
        throw new AssertionError("The sealer did not come within ten seconds");
    }

    private ChainReport verify() throws Exception {
        return auditor.call(() -> chain.verify());
    }

    private void rewrite(UUID entry, String reason) throws SQLException {
        try (var connection = owner.getConnection();
                var update = connection.prepareStatement("UPDATE yakuba.aud_entry SET reason = ? WHERE id = ?")) {
            update.setString(1, reason);
            update.setObject(2, entry);
            update.executeUpdate();
        }
    }
}

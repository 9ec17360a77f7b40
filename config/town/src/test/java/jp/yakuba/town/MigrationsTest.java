package jp.yakuba.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("表の移行と二つの役割")
class MigrationsTest {
    private static TownDatabase database;

    @BeforeAll
    static void start() throws IOException, SQLException {
        database = TownDatabase.start();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    @DisplayName("二度目の移行は何もしない")
    void runsEachMigrationOnce() {
        assertThat(new Migrations(database.owner(), DatabaseRoles.APPLICATION).run()).isZero();
    }

    @Test
    @DisplayName("役割の用意は何度しても同じ")
    void rolesMayBeEnsuredAgain() throws SQLException {
        try (var superuser = database.superuser().getConnection()) {
            assertThatCode(() -> TownDatabase.roles().ensure(superuser)).doesNotThrowAnyException();
        }
    }

    @Test
    @DisplayName("応用の役割は行を書けるが、表は変えられない")
    void applicationRoleWritesRowsButNotTables() throws SQLException {
        try (var application = database.application().getConnection(); var statement = application.createStatement()) {
            statement.execute("INSERT INTO org_holiday VALUES ('2031-01-01', '元日')");
            assertThatThrownBy(() -> statement.execute("ALTER TABLE org_holiday ADD COLUMN x int"))
                    .hasMessageContaining("must be owner");
            assertThatThrownBy(() -> statement.execute("CREATE TABLE own_table (x int)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    @DisplayName("終わった起案も、秘密文書から始まったものは、列が加わるときに秘密になる")
    void draftsThatEndedBecomeConfidentialToo() throws Exception {
        var record = UUID.randomUUID();
        var draft = UUID.randomUUID();
        try (var owner = database.owner().getConnection(); var statement = owner.createStatement()) {
            statement.execute("ALTER TABLE doc_life DROP CONSTRAINT doc_life_record_id_fkey");
            statement.execute("ALTER TABLE doc_draft DROP COLUMN confidential; DROP INDEX doc_draft_changed");
            statement.execute("INSERT INTO doc_life (record_id, section, state, confidential) VALUES ('%s', 'general', 'REGISTERED', true)".formatted(record));
            statement.execute("INSERT INTO doc_draft (id, section, state, latest, title, created_by, created_name, created_at, changed_at)"
                    + " VALUES ('%s', 'general', 'ABANDONED', 1, '件', '%s', '係員', now(), now())".formatted(draft, record));
            statement.execute("INSERT INTO doc_draft_origin (draft_id, kind, target_id, words) VALUES ('%s', 'RECORD', '%s', '照会')"
                    .formatted(draft, record));
            try (var migration = getClass().getResourceAsStream("/db/migration/document/V2026_11_28_70__confidential_drafts.sql")) {
                statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
            }
            try (var found = statement.executeQuery("SELECT confidential FROM doc_draft WHERE id = '" + draft + "'")) {
                assertThat(found.next() && found.getBoolean(1)).isTrue();
            }
            assertThatThrownBy(() -> statement.execute("UPDATE doc_draft SET confidential = false WHERE id = '" + draft + "'"))
                    .hasMessageContaining("stays as it is");
        }
    }

    @Test
    @DisplayName("応用の役割は移行の履歴を書き換えられない")
    void applicationRoleCannotRewriteHistory() throws SQLException {
        try (var application = database.application().getConnection(); var statement = application.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DELETE FROM org_schema_history"))
                    .hasMessageContaining("permission denied");
        }
    }
}

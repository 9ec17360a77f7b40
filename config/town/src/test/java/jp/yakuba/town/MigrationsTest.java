package jp.yakuba.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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
    @DisplayName("取りに来られずに終わった文書は、相手に差し出したものに数えない。試したことの分かるものは数え、後から書かれた時はそのまま")
    void whatOnlyLayHereWasNeverOffered() throws Exception {
        try (var owner = database.owner().getConnection(); var statement = owner.createStatement()) {
            statement.execute("INSERT INTO exc_peer (code, name, address, added_at, way) VALUES ('990031', '呼べる市', 'https://a.example', now(), 'BOTH_CALL'),"
                    + " ('990032', '取りに来る市', 'https://b.example', now(), 'THEY_COLLECT')");
            var lay = parcel(statement, "990032", "'GIVEN_UP', 'NOT_COLLECTED', NULL, false", "'2026-01-01'");
            var byHand = parcel(statement, "990032", "'GIVEN_UP', 'BY_HAND', NULL, false", "'2026-01-01'");
            var triedBefore = parcel(statement, "990032", "'GIVEN_UP', 'NOT_COLLECTED', NULL, false", "'2026-01-01'");
            var away = parcel(statement, "990031", "'GIVEN_UP', 'PEER_AWAY', NULL, false", "'2026-01-01'");
            var written = parcel(statement, "990032", "'GIVEN_UP', 'NOT_COLLECTED', NULL, false", "'2026-01-02'");
            var anew = parcel(statement, "990031", "'SEALED', NULL, now(), false", "NULL");
            var inHand = parcel(statement, "990031", "'SEALED', NULL, now(), true", "NULL");
            var untouched = parcel(statement, "990031", "'SEALED', NULL, now(), false", "NULL");
            for (var one : List.of(triedBefore, anew)) {
                statement.execute("INSERT INTO exc_use (at, peer, incoming, service, deed, message, outcome, bytes)"
                        + " VALUES ('2026-01-01', '990031', false, 'document', 'try', '" + one + "', 'HTTP-503', 0)");
            }
            try (var migration = getClass().getResourceAsStream("/db/migration/exchange/V2026_11_28_95__what_nobody_was_offered.sql")) {
                statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
            }
            assertThat(offered(statement)).containsExactlyInAnyOrder(triedBefore, away, written, anew, inHand)
                    .doesNotContain(lay, byHand, untouched);
            statement.execute("DELETE FROM exc_parcel; DELETE FROM exc_use; DELETE FROM exc_peer");
        }
    }

    private static UUID parcel(Statement statement, String peer, String states, String offeredAt) throws SQLException {
        var id = UUID.randomUUID();
        statement.execute("INSERT INTO exc_parcel (id, delivery, record_id, peer, conversation, sequence, service, number, dated, title, mark, section, sha256, bytes,"
                + " ordered_at, state, problem, next_at, claimed, offered_at) VALUES ('" + id + "', gen_random_uuid(), gen_random_uuid(), '" + peer
                + "', gen_random_uuid(), 1, 'document', '第1号', current_date, '件', 'ORDINARY', 'general', 'ab', 1, '2026-01-01', " + states + ", " + offeredAt + ")");
        return id;
    }

    private static List<UUID> offered(Statement statement) throws SQLException {
        var found = new ArrayList<UUID>();
        try (var rows = statement.executeQuery("SELECT id FROM exc_parcel WHERE offered_at IS NOT NULL")) {
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
        }
        return found;
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

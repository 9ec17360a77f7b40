package jp.yakuba.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
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
    @DisplayName("応用の役割は移行の履歴を書き換えられない")
    void applicationRoleCannotRewriteHistory() throws SQLException {
        try (var application = database.application().getConnection(); var statement = application.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DELETE FROM org_schema_history"))
                    .hasMessageContaining("permission denied");
        }
    }
}

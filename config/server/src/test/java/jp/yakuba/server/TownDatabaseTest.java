package jp.yakuba.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("町のデータベース")
class TownDatabaseTest {
    @TempDir
    private Path home;

    @Test
    @DisplayName("突然落ちても、書いた行は残り、その番号がほかの処理のものになっていても、次に開ける")
    void keepsCommittedRowsOverACrash() throws SQLException {
        var database = database();
        database.start();
        try {
            write(database, "CREATE SCHEMA trial CREATE TABLE note (word text)");
            write(database, "INSERT INTO trial.note VALUES ('住民票')");
            database.kill();
            recordTheNumberOfAStranger();
            assertThat(database.isRunning()).as("a stranger under its number is not the database").isFalse();
            database.start();
            assertThat(ProcessHandle.current().isAlive()).as("the stranger was left alone").isTrue();
            try (var connection = database.owner().getConnection(); var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT word FROM trial.note WHERE word LIKE '%民票'")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("住民票");
            }
        } finally {
            database.stop();
        }
        assertThat(database.isRunning()).isFalse();
    }

    @Test
    @DisplayName("文の数を数える仕掛けが、開くたびに付いている")
    void countsStatements() throws SQLException {
        var database = database();
        database.start();
        try (var connection = database.application().getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM public.pg_stat_statements")) {
            assertThat(rows.next()).isTrue();
            assertThat(ProcessHandle.of(database.pid().orElseThrow())).isPresent();
        } finally {
            database.stop();
        }
        assertThat(database.pid()).isEmpty();
    }

    @Test
    @DisplayName("壊れたデータの置き場は、どうすればよいかを言って断る")
    void refusesABrokenFolder() throws IOException {
        Files.createDirectories(home.resolve("database"));
        Files.writeString(home.resolve("database/base"), "not a data folder");
        var database = database();
        assertThatThrownBy(database::start).isInstanceOf(CannotOpen.class)
                .hasMessageContaining("is broken").hasMessageContaining("backup");
    }

    /** As after a power cut: PostgreSQL's record lies there, and its number was given out again, here to this very process. */
    private void recordTheNumberOfAStranger() {
        try {
            Files.writeString(home.resolve("database/postmaster.pid"), ProcessHandle.current().pid() + "\n");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private TownDatabase database() {
        return new TownDatabase(new Programs(Path.of(System.getProperty("yakuba.root", "../.."))), home,
                Ports.freeFrom(2900).database(), Secrets.of(home));
    }

    private static void write(TownDatabase database, String sql) throws SQLException {
        try (var connection = database.owner().getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

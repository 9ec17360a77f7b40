package jp.yakuba.town;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;

/** A PostgreSQL for one test class, with both roles and every table, as the launcher makes it. */
final class TownDatabase implements AutoCloseable {
    private static final String PASSWORD = "only-for-this-test";
    private final EmbeddedPostgres server;

    private TownDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    static TownDatabase start() throws IOException, SQLException {
        var server = EmbeddedPostgres.builder()
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "ja-JP")
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        try (var superuser = server.getPostgresDatabase().getConnection()) {
            roles().ensure(superuser);
        }
        var database = new TownDatabase(server);
        new Migrations(database.owner(), DatabaseRoles.APPLICATION).run();
        return database;
    }

    static DatabaseRoles roles() {
        return new DatabaseRoles("yakuba", DatabaseRoles.OWNER, PASSWORD, DatabaseRoles.APPLICATION, PASSWORD);
    }

    DataSource superuser() {
        return server.getPostgresDatabase();
    }

    DataSource owner() {
        return signedInAs(DatabaseRoles.OWNER);
    }

    DataSource application() {
        return signedInAs(DatabaseRoles.APPLICATION);
    }

    private DataSource signedInAs(String role) {
        return server.getDatabase(role, "yakuba", Map.of("password", PASSWORD));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

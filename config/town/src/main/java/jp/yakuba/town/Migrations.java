package jp.yakuba.town;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * The builders of the database (移行): bring the tables of every domain up to date, each domain with a history of its own.
 *
 * <p>They work as the owner role in the schema {@value #SCHEMA}. The application role gets its rights by default
 * privileges, so a new table is readable and writable for it without a word in the migration; a domain that wants less
 * revokes it there, where {@code ${app}} stands for the role's name. Several nodes may start at once: Flyway's lock lets
 * one build while the others wait.
 */
public final class Migrations {
    /** The schema in which every table lives. */
    public static final String SCHEMA = "yakuba";

    private final DataSource owner;
    private final String applicationRole;

    /**
     * Builders that work through {@code owner} and grant to {@code applicationRole}.
     *
     * @param owner signs in as the role that owns the schema, or may create it
     */
    public Migrations(DataSource owner, String applicationRole) {
        this.owner = owner;
        this.applicationRole = applicationRole;
    }

    /** Brings every domain up to date, storey by storey; returns how many migrations ran. */
    public int run() {
        openTheSchema();
        return Storey.ALL.stream().mapToInt(this::migrate).sum();
    }

    private void openTheSchema() {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            var app = DatabaseRoles.quoted(applicationRole);
            if (!schemaExists(connection)) {
                statement.execute("CREATE SCHEMA IF NOT EXISTS " + SCHEMA);
            }
            statement.execute("GRANT USAGE ON SCHEMA " + SCHEMA + " TO " + app);
            grantByDefault(statement, "SELECT, INSERT, UPDATE, DELETE ON TABLES", app);
            grantByDefault(statement, "USAGE, SELECT ON SEQUENCES", app);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("The schema " + SCHEMA + " cannot be opened: " + refused.getMessage(), refused);
        }
    }

    private static boolean schemaExists(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT 1 FROM pg_namespace WHERE nspname = ?")) {
            query.setString(1, SCHEMA);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void grantByDefault(Statement statement, String rights, String role) throws SQLException {
        statement.execute("ALTER DEFAULT PRIVILEGES IN SCHEMA " + SCHEMA + " GRANT " + rights + " TO " + role);
    }

    private int migrate(Storey storey) {
        var result = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(owner)
                .locations(storey.location())
                .failOnMissingLocations(false)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .createSchemas(false)
                .table(storey.historyTable())
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(Map.of("app", applicationRole))
                .load()
                .migrate();
        keepHistoryFromTheApplication(storey);
        return result.migrationsExecuted;
    }

    private void keepHistoryFromTheApplication(Storey storey) {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute("REVOKE INSERT, UPDATE, DELETE ON " + SCHEMA + "." + storey.historyTable()
                    + " FROM " + DatabaseRoles.quoted(applicationRole));
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("Rights on " + storey.historyTable() + " cannot be set", refused);
        }
    }
}

package jp.yakuba.town;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The two roles of the database (所有者・応用): the owner builds and loads, the application works and cannot change a table.
 *
 * <p>A superuser calls {@link #ensure}; calling it again sets passwords and rights anew and changes nothing else, so a
 * changed password in the environment takes effect at the next start.
 *
 * @param database name of the database
 * @param owner role that owns the schema
 * @param ownerPassword its password
 * @param application role of the running application
 * @param applicationPassword its password
 */
public record DatabaseRoles(
        String database, String owner, String ownerPassword, String application, String applicationPassword) {
    /** The usual name of the owner role. */
    public static final String OWNER = "yakuba_owner";

    /** The usual name of the application role. */
    public static final String APPLICATION = "yakuba_app";

    /** Creates what is missing: the roles, and the database in the owner's hands. Not inside a transaction. */
    public void ensure(Connection superuser) throws SQLException {
        ensureRole(superuser, owner, ownerPassword);
        ensureRole(superuser, application, applicationPassword);
        try (var statement = superuser.createStatement()) {
            if (!exists(superuser, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                statement.execute("CREATE DATABASE " + quoted(database) + " OWNER " + quoted(owner));
            }
            statement.execute("REVOKE ALL ON DATABASE " + quoted(database) + " FROM PUBLIC");
            statement.execute("GRANT CREATE, CONNECT, TEMPORARY ON DATABASE " + quoted(database) + " TO " + quoted(owner));
            statement.execute("GRANT CONNECT ON DATABASE " + quoted(database) + " TO " + quoted(application));
            for (var role : new String[] {owner, application}) {
                statement.execute("ALTER ROLE " + quoted(role) + " IN DATABASE " + quoted(database)
                        + " SET search_path = " + Migrations.SCHEMA);
            }
        }
    }

    private static void ensureRole(Connection superuser, String role, String password) throws SQLException {
        try (var statement = superuser.createStatement()) {
            var verb = exists(superuser, "SELECT 1 FROM pg_roles WHERE rolname = ?", role) ? "ALTER" : "CREATE";
            statement.execute(verb + " ROLE " + quoted(role)
                    + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD " + literal(password));
        }
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}

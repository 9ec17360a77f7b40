package jp.yakuba.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import jp.yakuba.server.CannotOpen;

/**
 * One moment of a running pair of databases to which its backup can be restored. The standby stands still at a place in the journal and can be
 * read there, while the primary works on: nobody waits, for a commit wants the standby to have it on its disk and not in its tables.
 *
 * <p>Should the primary be lost meanwhile, the standby goes on by itself and leads.
 */
final class Moment implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Connection standby;
    private final String place;

    private Moment(Connection standby, String place) {
        this.standby = standby;
        this.place = place;
    }

    /** Opens a connection to a database as a superuser, who alone may halt it. */
    @FunctionalInterface
    interface Door {
        Connection open() throws SQLException;
    }

    /** Halts the standby at this moment, and waits until the store has the journal up to it. */
    static Moment mark(Door primary, Door standby) throws SQLException {
        var connection = standby.open();
        try {
            var moment = new Moment(connection, halt(connection));
            awaitArchive(primary, moment.place);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            return moment;
        } catch (SQLException | RuntimeException refused) {
            goOn(connection);
            connection.close();
            throw refused;
        }
    }

    private static String halt(Connection standby) throws SQLException {
        if (ask(standby, "SELECT pg_is_in_recovery()").equals("f")) {
            throw new CannotOpen("there is no standby that could be halted for the comparison.");
        }
        ask(standby, "SELECT pg_wal_replay_pause()");
        await("the standby does not stand still", () -> ask(standby, "SELECT pg_get_wal_replay_pause_state()").equals("paused"));
        return ask(standby, "SELECT pg_last_wal_replay_lsn()");
    }

    /** Something must stand in the journal behind the place, or a restored database would not know that it has arrived. */
    private static void awaitArchive(Door primary, String place) throws SQLException {
        try (var connection = primary.open()) {
            ask(connection, "SELECT pg_create_restore_point('drill " + Instant.now() + "')");
            var segment = ask(connection, "SELECT pg_walfile_name(pg_switch_wal())");
            await("the store has not taken the journal up to " + place,
                    () -> ask(connection, "SELECT coalesce(max(last_archived_wal), '') >= '" + segment + "' FROM pg_stat_archiver").equals("t"));
        }
    }

    @FunctionalInterface
    private interface Look {
        boolean isThere() throws SQLException;
    }

    private static void await(String lack, Look look) throws SQLException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!look.isThere()) {
            if (System.nanoTime() > deadline) {
                throw new CannotOpen("after " + PATIENCE.toSeconds() + " s " + lack + ".");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    /** The place in the journal: all before it belongs to the moment, and nothing behind it. */
    String place() {
        return place;
    }

    /** Sees the database as it is at this moment. */
    Connection view() {
        return standby;
    }

    @Override
    public void close() throws SQLException {
        try (standby) {
            standby.rollback();
            standby.setAutoCommit(true);
            goOn(standby);
        }
    }

    private static void goOn(Connection standby) throws SQLException {
        ask(standby, "SELECT CASE WHEN pg_is_in_recovery() THEN pg_wal_replay_resume()::text END");
    }
}

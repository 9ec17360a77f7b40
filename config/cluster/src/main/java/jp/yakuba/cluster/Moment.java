package jp.yakuba.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * One moment of a running database to which its backup can be restored, with a transaction that goes on seeing just that moment. For this
 * all writers wait a few milliseconds: else a deed could fall between the mark in the journal and the beginning of the transaction.
 */
final class Moment implements AutoCloseable {
    private static final int TRIES = 20;
    private static final String TOO_BUSY = "55P03";

    private final String name;
    private final Connection view;

    private Moment(String name, Connection view) {
        this.name = name;
        this.view = view;
    }

    /** Opens connections to the database as a superuser, who alone may mark its journal. */
    @FunctionalInterface
    interface Door {
        Connection open() throws SQLException;
    }

    /** Marks this moment; a long transaction that holds a table makes it try again, so that nobody waits behind it for more than a second. */
    static Moment mark(Door door) throws SQLException {
        for (var left = TRIES; ; left--) {
            try {
                return markNow(door);
            } catch (SQLException busy) {
                if (left == 0 || !TOO_BUSY.equals(busy.getSQLState())) {
                    throw busy;
                }
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            }
        }
    }

    private static Moment markNow(Door door) throws SQLException {
        var name = "drill-" + Instant.now().toString().replace(':', '-');
        var view = door.open();
        try (var holder = door.open(); var holding = holder.createStatement(); var looking = view.createStatement()) {
            holder.setAutoCommit(false);
            holding.execute("SET LOCAL lock_timeout = '1s'");
            var tables = String.join(", ", Fingerprint.tables(holder));
            if (!tables.isEmpty()) {
                holding.execute("LOCK TABLE " + tables + " IN SHARE MODE");
            }
            view.setAutoCommit(false);
            view.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            view.setReadOnly(true);
            looking.execute("SELECT 1 FROM pg_class LIMIT 1");
            try (var marked = holder.prepareStatement("SELECT pg_create_restore_point(?)")) {
                marked.setString(1, name);
                marked.execute();
            }
            holder.commit();
            // the mark leaves for the archive with its segment
            holding.execute("SELECT pg_switch_wal()");
            holder.commit();
            return new Moment(name, view);
        } catch (SQLException refused) {
            view.close();
            throw refused;
        }
    }

    /** The name of the mark in the journal. */
    String name() {
        return name;
    }

    /** Sees the database as it was at this moment. */
    Connection view() {
        return view;
    }

    @Override
    public void close() throws SQLException {
        view.close();
    }
}

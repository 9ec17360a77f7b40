package jp.yakuba.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;

/** The running office as the benchmark sees it: its address, its two process trees and its database's own counters. */
final class Office {
    private final URI portal;
    private final long serverPid;
    private final long databasePid;
    private final Connection counters;

    Office(URI portal, long serverPid, long databasePid, Connection counters) {
        this.portal = portal;
        this.serverPid = serverPid;
        this.databasePid = databasePid;
        this.counters = counters;
    }

    /** The portal's address, with a slash at the end. */
    URI portal() {
        return portal;
    }

    /** CPU milliseconds the server used so far. */
    double serverCpu() {
        return ProcessTime.millisOfTree(serverPid);
    }

    /** CPU milliseconds the database used so far. */
    double databaseCpu() {
        return ProcessTime.millisOfTree(databasePid);
    }

    /** Statements the application's role has run so far, from {@code pg_stat_statements}. */
    long statements() {
        try (var query = counters.prepareStatement(
                        "select coalesce(sum(s.calls), 0) from pg_stat_statements s"
                                + " join pg_roles r on r.oid = s.userid where r.rolname = 'yakuba_app'");
                var rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException unreadable) {
            throw new IllegalStateException("The database's counters cannot be read", unreadable);
        }
    }
}

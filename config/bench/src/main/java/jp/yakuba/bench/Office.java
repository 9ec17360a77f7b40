package jp.yakuba.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The running office as the benchmark sees it: its addresses, its two process trees and its database's own counters. */
final class Office {
    private static final Duration LONGEST_REST = Duration.ofSeconds(45);
    private static final String WAITING = """
            SELECT (SELECT count(*) FROM yakuba.msg_outbox WHERE done_at IS NULL)
                 + (SELECT count(*) FROM yakuba.ntf_delivery WHERE state IN ('WAITING', 'CLAIMED', 'HANDED_OVER'))
                 + (SELECT count(*) FROM yakuba.aud_unsealed)
                 + (SELECT count(*) FROM yakuba.apl_core_message WHERE outcome IS NULL OR outcome = 'ACCEPTED')
            """;
    private static final String STATEMENTS = """
            SELECT coalesce(sum(s.calls), 0) FROM public.pg_stat_statements s JOIN pg_roles r ON r.oid = s.userid
            WHERE r.rolname = 'yakuba_app' AND s.toplevel
            """;

    private final URI portal;
    private final URI rooms;
    private final long serverPid;
    private final long databasePid;
    private final Connection counters;

    /**
     * An office to be measured.
     *
     * @param rooms the listener of the staff
     * @param counters a connection of another role than the application's, so that asking is not counted
     */
    Office(URI portal, URI rooms, long serverPid, long databasePid, Connection counters) {
        this.portal = portal;
        this.rooms = rooms;
        this.serverPid = serverPid;
        this.databasePid = databasePid;
        this.counters = counters;
    }

    /** The portal's address, with a slash at the end. */
    URI portal() {
        return portal;
    }

    /** The address of the listener for staff. */
    URI rooms() {
        return rooms;
    }

    /** CPU milliseconds the server used so far. */
    double serverCpu() {
        return ProcessTime.millisOfTree(serverPid);
    }

    /** CPU milliseconds that the server's compilers used so far: what a server that has been open for hours no longer spends. */
    double compilerCpu() {
        return ProcessTime.millisOfCompilers(serverPid);
    }

    /** CPU milliseconds the database used so far. */
    double databaseCpu() {
        return ProcessTime.millisOfTree(databasePid);
    }

    /** Statements the application's role has run so far, from {@code pg_stat_statements}. */
    long statements() {
        return number(STATEMENTS);
    }

    /** Messages, mails, audit entries and answers of core systems that are still to come. */
    long waiting() {
        return number(WAITING);
    }

    /** Waits until no more is left to do than was before, so that a turn pays for all that it caused. */
    void rest(long before) {
        var end = System.nanoTime() + LONGEST_REST.toNanos();
        while (waiting() > before && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private long number(String sql) {
        try (var query = counters.prepareStatement(sql); var rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException unreadable) {
            throw new IllegalStateException("The database's counters cannot be read", unreadable);
        }
    }
}

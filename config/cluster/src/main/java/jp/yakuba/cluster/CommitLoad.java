package jp.yakuba.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Clients that commit small transactions one after the other and remember what was acknowledged, for trials that take something away
 * meanwhile. Each number is tried once: what was acknowledged must be there exactly once at the end, and what was not may be there once or
 * not at all. Each transaction writes a row and counts it, so that half a deed would show too.
 */
public final class CommitLoad {
    private static final Duration BETWEEN_DEEDS = Duration.ofMillis(4);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(100);

    private final DataSource owner;
    private final DataSource application;
    private final List<Client> clients = new ArrayList<>();
    private volatile boolean over;

    /**
     * What came of it.
     *
     * @param acknowledged commits that were acknowledged
     * @param uncertain deeds that ended with an error, there or not
     * @param lost acknowledged commits that are not there
     * @param doubled deeds that are there more than once
     * @param halved clients whose rows and count differ
     * @param longestStall longest time that a client had to wait for its next acknowledged commit
     */
    public record Outcome(long acknowledged, long uncertain, long lost, long doubled, long halved, Duration longestStall) {
        @Override
        public String toString() {
            return "%,d acknowledged, %d uncertain, %d lost, %d doubled, %d halved, longest stall %.2f s"
                    .formatted(acknowledged, uncertain, lost, doubled, halved, longestStall.toMillis() / 1000.0);
        }
    }

    private CommitLoad(DataSource owner, DataSource application) {
        this.owner = owner;
        this.application = application;
    }

    /** Makes its tables anew and lets so many clients begin. */
    public static CommitLoad begin(DataSource owner, DataSource application, int clients) throws SQLException {
        var load = new CommitLoad(owner, application);
        load.makeTables(clients);
        for (var number = 0; number < clients; number++) {
            load.clients.add(load.new Client(number));
        }
        load.clients.forEach(Thread::start);
        return load;
    }

    private void makeTables(int clients) throws SQLException {
        try (var connection = owner.getConnection(); var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS trial");
            statement.execute("DROP TABLE IF EXISTS trial.deed, trial.count");
            statement.execute("CREATE TABLE trial.deed (client int, number bigint)");
            statement.execute("CREATE TABLE trial.count (client int PRIMARY KEY, deeds bigint NOT NULL) WITH (fillfactor = 50)");
            statement.execute("INSERT INTO trial.count SELECT client, 0 FROM generate_series(0, " + (clients - 1) + ") client");
            statement.execute("GRANT USAGE ON SCHEMA trial TO yakuba_app");
            statement.execute("GRANT SELECT, INSERT, UPDATE ON trial.deed, trial.count TO yakuba_app");
        }
    }

    /** Lets the clients go on for so long. */
    public CommitLoad goOn(Duration time) {
        var until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
        return this;
    }

    /** Waits until every client has had another commit acknowledged, beginning now. */
    public CommitLoad awaitProgress(Duration patience) {
        var begun = System.nanoTime();
        for (var client : clients) {
            while (client.last - begun < 0) {
                if (System.nanoTime() - begun > patience.toNanos()) {
                    throw new IllegalStateException("After " + patience.toSeconds() + " s a client still had no commit acknowledged");
                }
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
        return this;
    }

    /** Ends the clients and compares what they remember with what is there. */
    public Outcome end() throws SQLException {
        over = true;
        try {
            for (var client : clients) {
                client.join(TimeUnit.SECONDS.toMillis(60));
                client.look(System.nanoTime());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        try (var connection = application.getConnection()) {
            return compare(connection);
        }
    }

    private Outcome compare(Connection connection) throws SQLException {
        long lost = 0;
        for (var client : clients) {
            var missing = (BitSet) client.acknowledged.clone();
            missing.andNot(there(connection, client.number));
            lost += missing.cardinality();
        }
        return new Outcome(clients.stream().mapToLong(client -> client.acknowledged.cardinality()).sum(),
                clients.stream().mapToLong(client -> client.uncertain).sum(),
                lost, number(connection, "SELECT count(*) FROM (SELECT 1 FROM trial.deed GROUP BY client, number HAVING count(*) > 1) doubled"),
                number(connection, "SELECT count(*) FROM trial.count c WHERE deeds <> (SELECT count(*) FROM trial.deed d WHERE d.client = c.client)"),
                Duration.ofNanos(clients.stream().mapToLong(client -> client.longest).max().orElse(0)));
    }

    private static BitSet there(Connection connection, int client) throws SQLException {
        var there = new BitSet();
        try (var query = connection.prepareStatement("SELECT number FROM trial.deed WHERE client = ?")) {
            query.setInt(1, client);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    there.set(Math.toIntExact(rows.getLong(1)));
                }
            }
        }
        return there;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** One client with a connection of its own, which it opens again when it broke. */
    private final class Client extends Thread {
        private final int number;
        private final BitSet acknowledged = new BitSet();
        private volatile long last = System.nanoTime();
        private volatile long uncertain;
        private volatile long longest;
        private int next;

        Client(int number) {
            super("client-" + number);
            this.number = number;
            setDaemon(true);
        }

        @Override
        public void run() {
            while (!over) {
                try (var connection = application.getConnection()) {
                    connection.setAutoCommit(false);
                    work(connection);
                } catch (SQLException broken) {
                    LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
                }
            }
        }

        private void work(Connection connection) throws SQLException {
            try (var insert = connection.prepareStatement("INSERT INTO trial.deed VALUES (?, ?)");
                    var count = connection.prepareStatement("UPDATE trial.count SET deeds = deeds + 1 WHERE client = ?")) {
                while (!over) {
                    commit(connection, insert, count, next++);
                    LockSupport.parkNanos(BETWEEN_DEEDS.toNanos());
                }
            }
        }

        private void commit(Connection connection, java.sql.PreparedStatement insert, java.sql.PreparedStatement count, int deed) throws SQLException {
            try {
                insert.setInt(1, number);
                insert.setInt(2, deed);
                insert.executeUpdate();
                count.setInt(1, number);
                count.executeUpdate();
                connection.commit();
                acknowledged.set(deed);
                look(System.nanoTime());
            } catch (SQLException broken) {
                uncertain++;
                throw broken;
            }
        }

        private void look(long now) {
            longest = Math.max(longest, now - last);
            last = now;
        }
    }
}

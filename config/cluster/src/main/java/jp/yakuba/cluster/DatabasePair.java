package jp.yakuba.cluster;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import jp.yakuba.server.CannotOpen;
import jp.yakuba.server.Secrets;
import jp.yakuba.town.DatabaseRoles;
import org.postgresql.ds.PGSimpleDataSource;

/** The two databases of a cluster as their clients see them: which one leads, whether the other one follows, and the one address of both. */
public final class DatabasePair {
    /** The name of the database in every office. */
    public static final String NAME = "yakuba";
    static final int PORT = 5432;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final List<LocalMachine> machines;
    private final Path authority;
    private final Secrets secrets;

    DatabasePair(List<LocalMachine> machines, Path authority, Secrets secrets) {
        this.machines = machines;
        this.authority = authority;
        this.secrets = secrets;
    }

    /** What stands between {@code jdbc:postgresql://} and the name of the database: both servers. */
    public String hosts() {
        return String.join(",", machines.stream().map(each -> each.machine().address() + ":" + PORT).toList());
    }

    /**
     * The rest of the address, from {@code ?} on. A server that did not lead a second ago is asked again, or a connection would go on being
     * refused for ten seconds after the pair has changed its leader; who waits thirty seconds for an answer waits for a dead machine.
     */
    public String options() {
        return "?targetServerType=primary&hostRecheckSeconds=1&connectTimeout=2&loginTimeout=8&socketTimeout=30&tcpKeepAlive=true"
                + "&sslmode=verify-full&sslrootcert=" + authority + "&currentSchema=yakuba&reWriteBatchedInserts=true&logServerErrorDetail=false";
    }

    /** The address of whichever of both leads. */
    public String url() {
        return "jdbc:postgresql://" + hosts() + "/" + NAME + options();
    }

    /** Connections as the role of the running application. */
    public PGSimpleDataSource application() {
        return source(DatabaseRoles.APPLICATION, secrets.get("database.application"));
    }

    /** Connections as the owner role: migrations and the initial load. */
    public PGSimpleDataSource owner() {
        return source(DatabaseRoles.OWNER, secrets.get("database.owner"));
    }

    private PGSimpleDataSource source(String role, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(role);
        source.setPassword(password);
        return source;
    }

    /** A superuser's connection to the database of one machine, whether it leads or follows. */
    public Connection superuser(LocalMachine at, String database) throws SQLException {
        var given = new Properties();
        given.setProperty("user", "postgres");
        given.setProperty("password", secrets.get("database.superuser"));
        given.setProperty("connectTimeout", "2");
        given.setProperty("loginTimeout", "3");
        given.setProperty("socketTimeout", "60");
        given.setProperty("sslmode", "verify-full");
        given.setProperty("sslrootcert", authority.toString());
        return DriverManager.getConnection("jdbc:postgresql://" + at.machine().address() + ":" + PORT + "/" + database, given);
    }

    /** Roles and database of the office, made or brought up to date. */
    void ensureRoles() {
        try (var superuser = superuser(awaitPrimary(Duration.ofSeconds(60)), "postgres")) {
            new DatabaseRoles(NAME, DatabaseRoles.OWNER, secrets.get("database.owner"), DatabaseRoles.APPLICATION,
                    secrets.get("database.application")).ensure(superuser);
        } catch (SQLException refused) {
            throw new CannotOpen("The database refuses its own superuser: " + refused.getMessage() + ".", refused);
        }
    }

    /** The machine whose database leads, if one does. */
    public Optional<LocalMachine> primary() {
        return machines.stream().filter(each -> "f".equals(ask(each, "SELECT pg_is_in_recovery()"))).findFirst();
    }

    /** The other one. */
    public LocalMachine other(LocalMachine than) {
        return machines.stream().filter(each -> !each.equals(than)).findFirst().orElseThrow();
    }

    /** Waits for a database that leads. */
    public LocalMachine awaitPrimary(Duration patience) {
        await(patience, "no database leads", () -> primary().isPresent());
        return primary().orElseThrow();
    }

    /** Waits until one leads and the other one follows in step: only then a commit is acknowledged by both, and the pair can bear a loss. */
    public LocalMachine awaitPair(Duration patience) {
        await(patience, "no database follows in step", this::isPair);
        return primary().orElseThrow();
    }

    /** True if one leads and the other one has every acknowledged commit. */
    public boolean isPair() {
        return primary().filter(leader -> "1".equals(ask(leader,
                "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming' AND sync_state IN ('sync', 'quorum')"))).isPresent();
    }

    private void await(Duration patience, String lack, BooleanSupplier there) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new CannotOpen("After " + patience.toSeconds() + " s " + lack + "; " + machines.get(0).log("patroni").getParent()
                        + " holds the logs of both.");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** The first answer of a superuser's question to one of both, as text; null if it cannot be asked. */
    public String ask(LocalMachine at, String sql) {
        if (!at.postgres().isRunning()) {
            return null;
        }
        try (var connection = superuser(at, "postgres"); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException away) {
            return null;
        }
    }
}

package jp.yakuba.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.yakuba.server.CannotOpen;
import jp.yakuba.server.Command;
import jp.yakuba.server.Folders;
import jp.yakuba.server.RecordedProcess;

/**
 * The drill that shows that the backups are good: halts the standby at a moment and reads it, restores backup and journal up to that moment to
 * another place, opens a PostgreSQL there and compares every table of both; reads every kept file, and verifies the audit chain. Nothing of the
 * running office is changed, and nobody waits.
 */
public final class RestoreDrill {
    private static final Duration LIMIT = Duration.ofHours(12);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Path store;
    private final Path place;
    private final int port;
    private final String password;
    private final Consumer<String> progress;

    /**
     * A drill.
     *
     * @param store pgBackRest's configuration on the machine that keeps the backups
     * @param place folder for the restored database, with room for all of it; emptied before and after
     * @param port where the restored database listens, on 127.0.0.1
     * @param password of the superuser, in the running database and so in the restored one
     */
    RestoreDrill(Path store, Path place, int port, String password, Consumer<String> progress) {
        this.store = store;
        this.place = place.toAbsolutePath();
        this.port = port;
        this.password = password;
        this.progress = progress;
    }

    /**
     * What came of a drill.
     *
     * @param restored time from the order to restore until the restored database could be asked
     * @param faults what is missing or different, a sentence each; empty if the backups are good
     */
    record Outcome(Duration restored, long tables, long rows, long files, List<String> faults) {
        boolean isGood() {
            return faults.isEmpty();
        }
    }

    /** Verifies the audit chain of the database at a port of this machine: empty if it holds, or what is said of it. */
    @FunctionalInterface
    interface ChainCheck {
        List<String> faultsAt(int port);
    }

    /** Runs the drill against the running pair. */
    Outcome run(Moment.Door primary, Moment.Door standby, ChainCheck chain) throws SQLException, IOException {
        clear();
        try {
            String place;
            Fingerprint wanted;
            try (var moment = Moment.mark(primary, standby)) {
                place = moment.place();
                progress.accept("The standby stands still at " + place);
                wanted = Fingerprint.of(moment.view());
            }
            progress.accept("It held %,d rows in %d tables, and goes on".formatted(wanted.rows(), wanted.tables().size()));
            return compare(place, wanted, chain);
        } finally {
            clear();
        }
    }

    private Outcome compare(String moment, Fingerprint wanted, ChainCheck chain) throws SQLException, IOException {
        var begun = System.nanoTime();
        restore(moment);
        progress.accept("Restored the files after " + seconds(begun) + "; applying the journal");
        var process = open();
        try (var connection = awaitOpen(process)) {
            var time = Duration.ofNanos(System.nanoTime() - begun);
            progress.accept("The restored database answers after " + seconds(begun));
            return judge(connection, wanted, chain, time);
        } finally {
            close(process);
        }
    }

    private Outcome judge(Connection restored, Fingerprint wanted, ChainCheck chain, Duration time) throws SQLException {
        restored.setAutoCommit(false);
        restored.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        var found = Fingerprint.of(restored);
        restored.rollback();
        var faults = new ArrayList<>(found.differencesFrom(wanted));
        found.brokenFiles().forEach(file -> faults.add("the bytes of file " + file + " give another hash"));
        faults.addAll(chain.faultsAt(port));
        return new Outcome(time, found.tables().size(), found.rows(), found.files(), faults);
    }

    private Path data() {
        return place.resolve("database");
    }

    private void restore(String moment) throws IOException {
        Files.createDirectories(data(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createDirectories(place.resolve("run"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.createDirectories(place.resolve("log"));
        var configuration = place.resolve("pgbackrest.conf");
        Files.createFile(configuration, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(configuration, configurationOfTheStore());
        var done = run(List.of("pgbackrest", "--config=" + configuration, "--stanza=yakuba", "--type=lsn", "--target=" + moment, "--target-exclusive",
                "--target-action=promote", "--archive-mode=off", "restore"));
        if (!done.wentWell()) {
            throw new CannotOpen("The backup cannot be restored: " + done.said().strip() + ".");
        }
    }

    /** Where the store lies and how it is opened; the machines that it fetches from are of no use here. */
    private String configurationOfTheStore() throws IOException {
        try (var lines = Files.lines(store)) {
            return lines.filter(line -> line.startsWith("repo1-path") || line.startsWith("repo1-cipher"))
                    .collect(Collectors.joining("\n", "[global]\n", "\nlog-level-console=warn\nlog-level-file=off\nlock-path=" + place.resolve("run")
                            + "\nspool-path=" + place.resolve("run") + "\nprocess-max=2\n\n[yakuba]\npg1-path=" + data() + "\n"));
        }
    }

    /** What the pair needs of doors, keys and archives does not hold here: the command line has the last word. */
    private RecordedProcess open() throws IOException {
        var hba = Files.writeString(place.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        var process = new RecordedProcess(place.resolve("run/postgres.pid"), "-D\0" + data() + "\0");
        var words = new ArrayList<>(privileges());
        words.addAll(List.of(DebianPackages.POSTGRESQL.resolve("postgres").toString(), "-D", data().toString()));
        for (var setting : List.of("listen_addresses=127.0.0.1", "port=" + port, "unix_socket_directories=" + place.resolve("run"), "ssl=off",
                "hba_file=" + hba, "archive_mode=off", "synchronous_standby_names=", "primary_conninfo=", "primary_slot_name=", "hot_standby=on")) {
            words.addAll(List.of("-c", setting));
        }
        process.start(words, Map.of("LC_ALL", "C.UTF-8"), place.resolve("log/postgresql.log"));
        return process;
    }

    private Connection awaitOpen(RecordedProcess process) throws SQLException, IOException {
        while (process.isRunning()) {
            try {
                var connection = connect();
                if (isOpen(connection)) {
                    return connection;
                }
                connection.close();
            } catch (SQLException stillReplaying) {
                progress.accept("… " + stillReplaying.getMessage());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        throw new CannotOpen("The restored database does not open: " + lastWords() + ".");
    }

    private static boolean isOpen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("SELECT NOT pg_is_in_recovery()")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private String lastWords() throws IOException {
        try (var lines = Files.lines(place.resolve("log/postgresql.log"))) {
            return lines.reduce((earlier, later) -> later).orElse("it said nothing");
        }
    }

    private Connection connect() throws SQLException {
        var given = new Properties();
        given.setProperty("user", "postgres");
        given.setProperty("password", password);
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + DatabasePair.NAME + "?connectTimeout=2&sslmode=disable", given);
    }

    private static void close(RecordedProcess process) {
        process.find().ifPresent(running -> Command.run(List.of("kill", "-INT", Long.toString(running.pid())), Map.of(), Duration.ofSeconds(10)));
        process.stop(Duration.ofSeconds(60));
    }

    private static List<String> privileges() {
        return System.getProperty("user.name").equals("root") ? List.of("unshare", "-U") : List.of();
    }

    private static Command run(List<String> words) {
        var all = new ArrayList<>(privileges());
        all.addAll(words);
        return Command.run(all, Map.of("LC_ALL", "C.UTF-8"), LIMIT);
    }

    private void clear() throws IOException {
        Folders.delete(place);
    }

    private static String seconds(long begun) {
        return "%.1f s".formatted((System.nanoTime() - begun) / 1e9);
    }
}

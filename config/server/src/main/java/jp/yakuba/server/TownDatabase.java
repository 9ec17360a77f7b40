package jp.yakuba.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import jp.yakuba.town.DatabaseRoles;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The PostgreSQL of one town, on a data folder that lasts. It runs on its own: whoever started it may die, and the next
 * start finds it running or lets it recover from its journal.
 */
public final class TownDatabase {
    /** The name of the database in every office. */
    public static final String NAME = "yakuba";
    private static final String SUPERUSER = "postgres";
    private static final String PID_FILE = "postmaster.pid";
    private static final String COUNTERS = "pg_stat_statements";
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String STILL_IN_USE = "shared memory block";
    private static final int TRIES = 20;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Path binaries;
    private final Path folder;
    private final Path log;
    private final RecordedProcess process;
    private final int port;
    private final Secrets secrets;

    /** The database of the office at {@code home}, listening on {@code port} of the loopback address. */
    public TownDatabase(Programs programs, Path home, int port, Secrets secrets) {
        this.binaries = programs.postgresql().resolve("bin");
        this.folder = home.resolve("database").toAbsolutePath();
        this.log = home.resolve("logs").resolve("postgresql.log").toAbsolutePath();
        this.process = new RecordedProcess(folder.resolve(PID_FILE), "-D\0" + folder + "\0");
        this.port = port;
        this.secrets = secrets;
    }

    /** Makes the data folder on the first start, starts the server, and ensures database and roles. */
    public void start() {
        try {
            Files.createDirectories(log.getParent());
            if (!Files.exists(folder.resolve("PG_VERSION"))) {
                create();
            }
            configure();
            stop();
            forgetThePast();
            startServer();
        } catch (IOException refused) {
            throw new CannotOpen("The data folder " + folder + " cannot be written: " + refused.getMessage()
                    + "; make room on the disk or give this user rights on it.", refused);
        }
        ensureRoles();
    }

    /** The record of a server that is gone would stop the new one if its number now belongs to somebody else. */
    private void forgetThePast() throws IOException {
        if (!isRunning()) {
            Files.deleteIfExists(folder.resolve(PID_FILE));
        }
    }

    /** After a kill -9 some process of the old server may still be on its way out; until it is gone the new one refuses. */
    private void startServer() throws IOException {
        for (var left = TRIES; left > 0; left--) {
            var heard = Files.exists(log) ? Files.size(log) : 0;
            if (run("pg_ctl", "-D", folder.toString(), "-l", log.toString(), "-w", "-t", "110", "start").wentWell()) {
                return;
            }
            var reason = reason(heard);
            if (left == 1 || !reason.contains(STILL_IN_USE)) {
                throw new CannotOpen("PostgreSQL cannot start on the data folder " + folder + " (" + reason
                        + "); put back a backup of the folder, or move it away to begin with an empty town.");
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    /** Stops the server after its connections were ended; everything committed is on the disk. */
    public void stop() {
        if (isRunning()) {
            run("pg_ctl", "-D", folder.toString(), "-m", "fast", "-w", "-t", "60", "stop");
        }
    }

    /** Ends the server as a power cut would. */
    public void kill() {
        if (isRunning()) {
            run("pg_ctl", "-D", folder.toString(), "-m", "immediate", "-w", "stop");
        }
    }

    /**
     * True while a server runs on this data folder. PostgreSQL's own record is not enough: after a power cut the number in it
     * may belong to a stranger, whom {@code pg_ctl stop} would end.
     */
    public boolean isRunning() {
        return process.isRunning();
    }

    /** Connections as the owner role: migrations and the initial load. */
    public DataSource owner() {
        return source(DatabaseRoles.OWNER, secrets.get("database.owner"));
    }

    /** Connections as the role of the running application. */
    public DataSource application() {
        return source(DatabaseRoles.APPLICATION, secrets.get("database.application"));
    }

    /** What the application server must be told to find this database. */
    public Map<String, String> environment() {
        return Map.of(
                "YAKUBA_DB_HOST", "127.0.0.1",
                "YAKUBA_DB_PORT", Integer.toString(port),
                "YAKUBA_DB_NAME", NAME,
                "YAKUBA_DB_USER", DatabaseRoles.APPLICATION,
                "YAKUBA_DB_PASSWORD", secrets.get("database.application"),
                "YAKUBA_DB_OWNER", DatabaseRoles.OWNER,
                "YAKUBA_DB_OWNER_PASSWORD", secrets.get("database.owner"));
    }

    /** Made aside and moved into its place, for PG_VERSION is there long before the rest: a power cut leaves all or nothing. */
    private void create() throws IOException {
        mustBeEmpty();
        var draft = folder.resolveSibling(folder.getFileName() + ".draft");
        Folders.delete(draft);
        initialize(draft);
        Files.writeString(draft.resolve("postgresql.conf"), "\ninclude 'yakuba.conf'\n", StandardOpenOption.APPEND);
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private void mustBeEmpty() throws IOException {
        if (Files.isDirectory(folder)) {
            try (var inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new CannotOpen("The data folder " + folder + " is broken: it is not empty and PG_VERSION is missing;"
                            + " put back a backup of the folder, or move it away to begin with an empty town.");
                }
            }
        }
    }

    private void initialize(Path draft) throws IOException {
        var password = Files.createTempFile("yakuba", ".pw",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(password, secrets.get("database.superuser"));
            var made = run("initdb", "-D", draft.toString(), "-U", SUPERUSER, "--pwfile", password.toString(),
                    "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=ja-JP");
            if (!made.wentWell()) {
                throw new CannotOpen("PostgreSQL cannot make the data folder " + folder + ": " + lastLine(made.said()) + ".");
            }
        } finally {
            Files.deleteIfExists(password);
        }
    }

    private void configure() throws IOException {
        Files.writeString(folder.resolve("yakuba.conf"), """
                # Written anew at each start of the office.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 120
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                shared_buffers = %s
                work_mem = 8MB
                maintenance_work_mem = 128MB
                max_wal_size = 2GB
                random_page_cost = 1.1
                jit = off
                timezone = 'UTC'
                log_timezone = 'UTC'
                log_min_error_statement = panic
                log_error_verbosity = terse
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                """.formatted(port, System.getProperty("yakuba.database.memory", "256MB")) + counters());
    }

    /** Statements are counted where PostgreSQL brings the counter along; their texts carry no values. */
    private String counters() {
        return Files.exists(binaries.resolveSibling("lib/postgresql/" + COUNTERS + ".so"))
                ? "shared_preload_libraries = '" + COUNTERS + "'\npg_stat_statements.track_utility = off\n" : "";
    }

    private void ensureRoles() {
        var roles = new DatabaseRoles(NAME, DatabaseRoles.OWNER, secrets.get("database.owner"),
                DatabaseRoles.APPLICATION, secrets.get("database.application"));
        try (var superuser = superuser()) {
            roles.ensure(superuser);
            ensureCounters();
        } catch (SQLException refused) {
            throw new CannotOpen("PostgreSQL on port " + port + " refuses its own superuser: " + refused.getMessage()
                    + "; the file secrets.properties does not belong to this data folder.", refused);
        }
    }

    private void ensureCounters() throws SQLException {
        if (!counters().isEmpty()) {
            try (var connection = superuser(NAME); var statement = connection.createStatement()) {
                statement.execute("CREATE EXTENSION IF NOT EXISTS " + COUNTERS + " SCHEMA public");
            }
        }
    }

    private Connection superuser() throws SQLException {
        return superuser("postgres");
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, SUPERUSER,
                secrets.get("database.superuser"));
    }

    /** The number of the server's first process, under which all its others run; empty while it does not run. */
    public OptionalLong pid() {
        return process.find().map(running -> OptionalLong.of(running.pid())).orElseGet(OptionalLong::empty);
    }

    private DataSource source(String role, String password) {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(NAME);
        source.setUser(role);
        source.setPassword(password);
        source.setReWriteBatchedInserts(true);
        return source;
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody, and the files stay root's. */
    private Command run(String program, String... arguments) {
        var words = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(binaries.resolve(program).toString());
        words.addAll(List.of(arguments));
        return Command.run(words, Map.of("LC_ALL", "C.UTF-8"), PATIENCE);
    }

    /** The last complaint that was logged since {@code heard} bytes. */
    private String reason(long heard) throws IOException {
        if (!Files.exists(log)) {
            return "no reason given";
        }
        try (var channel = Files.newByteChannel(log).position(heard);
                var lines = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> line.contains("FATAL") || line.contains("PANIC"))
                    .reduce((earlier, later) -> later).orElse("see " + log);
        }
    }

    private static String lastLine(String said) {
        return said.strip().lines().reduce((earlier, later) -> later).orElse("no reason given");
    }
}

package jp.yakuba.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.yakuba.server.CannotOpen;
import jp.yakuba.server.Command;
import jp.yakuba.server.RecordedProcess;

/** What runs for one machine of a cluster on this machine, each in a process of its own that is known by a recorded number. */
public final class LocalMachine {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration COMMAND = Duration.ofMinutes(10);

    private final Machine machine;
    private final Path folder;
    private final Path logs;
    private final Path templates;
    private final RecordedProcess etcd;
    private final RecordedProcess patroni;
    private final RecordedProcess postgres;
    private final RecordedProcess backupServer;

    LocalMachine(Machine machine, Path home, Path templates) {
        this.machine = machine;
        this.folder = home.resolve(machine.name());
        this.logs = home.resolve("logs");
        this.templates = templates;
        var run = home.resolve("run");
        this.etcd = new RecordedProcess(run.resolve(machine.name() + "-etcd.pid"), file("etcd.yml").toString());
        this.patroni = new RecordedProcess(run.resolve(machine.name() + "-patroni.pid"), file("patroni.yml").toString());
        this.postgres = new RecordedProcess(database().resolve("postmaster.pid"), "-D\0" + database() + "\0");
        this.backupServer = new RecordedProcess(run.resolve(machine.name() + "-backup.pid"), file("pgbackrest.conf").toString());
    }

    /** Its name and address. */
    public Machine machine() {
        return machine;
    }

    /** The member of etcd. */
    public RecordedProcess etcd() {
        return etcd;
    }

    /** The one that starts and stops the database. */
    public RecordedProcess patroni() {
        return patroni;
    }

    /** PostgreSQL's first process. */
    public RecordedProcess postgres() {
        return postgres;
    }

    /** The data folder of its database. */
    public Path database() {
        return file("database");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path log(String name) {
        return logs.resolve(machine.name() + "-" + name + ".log");
    }

    /** Fills its templates. */
    void configure(Map<String, String> values) {
        try {
            for (var name : List.of("run", "backup-locks", "backup-logs")) {
                Files.createDirectories(file(name));
            }
        } catch (IOException refused) {
            throw new CannotOpen("The folder " + folder + " cannot be written: " + refused.getMessage() + ".", refused);
        }
        Template.in(templates.resolve("etcd.yml")).write(values, file("etcd.yml"));
        if (machine.number() == 3) {
            Template.in(templates.resolve("pgbackrest-store.conf")).write(values, file("pgbackrest.conf"));
        } else {
            Template.in(templates.resolve("patroni.yml")).write(values, file("patroni.yml"));
            Template.in(templates.resolve("pgbackrest-database.conf")).write(values, file("pgbackrest.conf"));
            keepPassword(values.get("database.superuser"));
        }
    }

    private void keepPassword(String password) {
        try {
            var file = file("pgpass");
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, "*:*:*:postgres:" + password + "\n");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Starts its member of etcd. */
    public void startEtcd() {
        etcd.start(machine.command(List.of("etcd", "--config-file", file("etcd.yml").toString())), Map.of(), log("etcd"));
    }

    /**
     * Starts Patroni, which starts the database. A database that outlived its Patroni is ended first: it may have been followed meanwhile, and
     * Patroni's first deed would be to take away the settings by which it still waits for its standby.
     */
    public void startPatroni() {
        postgres.find().ifPresent(orphan -> {
            Command.run(List.of("kill", "-QUIT", Long.toString(orphan.pid())), Map.of(), PATIENCE);
            postgres.stop(PATIENCE);
        });
        forgetStranger();
        patroni.start(machine.command(List.of("patroni", file("patroni.yml").toString())), environment(), log("patroni"));
    }

    /** After a power cut the number in PostgreSQL's own record may belong to somebody else, and PostgreSQL would not start. */
    private void forgetStranger() {
        if (!postgres.isRunning()) {
            try {
                Files.deleteIfExists(database().resolve("postmaster.pid"));
            } catch (IOException refused) {
                throw new UncheckedIOException(refused);
            }
        }
    }

    /** Starts the door through which backups go and come. */
    void startBackupServer() {
        backupServer.start(machine.command(List.of("pgbackrest", "server", "--config=" + file("pgbackrest.conf"))), environment(), log("backup"));
    }

    /** Runs {@code pgbackrest} here to its end. */
    public Command backup(String... words) {
        var all = new ArrayList<>(List.of("pgbackrest", "--config=" + file("pgbackrest.conf"), "--stanza=yakuba"));
        all.addAll(List.of(words));
        return Command.run(machine.command(all), environment(), COMMAND);
    }

    /** Runs {@code patronictl} here to its end. */
    public Command patronictl(String... words) {
        var all = new ArrayList<>(List.of("patronictl", "-c", file("patroni.yml").toString()));
        all.addAll(List.of(words));
        return Command.run(machine.command(all), environment(), PATIENCE.multipliedBy(2));
    }

    Map<String, String> environment() {
        return Map.of("LC_ALL", "C.UTF-8", "PGPASSFILE", file("pgpass").toString());
    }

    /** Ends everything here at once, as a power cut would. */
    public void kill() {
        List.of(patroni, postgres, etcd, backupServer).forEach(RecordedProcess::kill);
    }

    /** Starts everything here again after a power cut. */
    public void startAgain() {
        startEtcd();
        startBackupServer();
        startPatroni();
    }

    void stopDatabase() {
        patroni.stop(PATIENCE);
        stopPostgres();
        backupServer.stop(PATIENCE);
    }

    /** Patroni stops its database; one that outlived its Patroni is stopped here. SIGINT asks for a fast stop, where SIGTERM waits for clients. */
    private void stopPostgres() {
        postgres.find().ifPresent(running -> {
            Command.run(List.of("kill", "-INT", Long.toString(running.pid())), Map.of(), PATIENCE);
            postgres.stop(PATIENCE);
        });
    }

    void stopEtcd() {
        etcd.stop(PATIENCE);
    }

    /** Halts a process as a machine that hangs would; {@link #resume} lets it go on. */
    public void pause(RecordedProcess process) {
        signal(process, "-STOP");
    }

    /** Lets a halted process go on. */
    public void resume(RecordedProcess process) {
        signal(process, "-CONT");
    }

    /** Also what the process has started: PostgreSQL serves each client in a process of its own. */
    private static void signal(RecordedProcess process, String signal) {
        process.find().ifPresent(running -> {
            var words = new ArrayList<>(List.of("kill", signal, Long.toString(running.pid())));
            running.descendants().forEach(child -> words.add(Long.toString(child.pid())));
            Command.run(words, Map.of(), PATIENCE);
        });
    }
}

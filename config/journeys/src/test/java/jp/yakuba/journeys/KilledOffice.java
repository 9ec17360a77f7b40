package jp.yakuba.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jp.yakuba.server.Ports;
import jp.yakuba.server.Programs;
import jp.yakuba.server.Secrets;
import jp.yakuba.server.TownDatabase;

/** An office of its own for journeys that pull plugs: opened by the launcher as a person opens it, looked at from behind. */
final class KilledOffice {
    private static final int FIRST_OFFSET = 1900;
    private static final int POPULATION = 200;

    private final Path root;
    private final Path home;
    private final Ports ports;
    private Launcher launcher;

    private KilledOffice(Path root, Path home, Ports ports) {
        this.root = root;
        this.home = home;
        this.ports = ports;
    }

    /** One without any data, not open yet. */
    static KilledOffice fresh() {
        var root = Path.of(System.getProperty("yakuba.root", "../..")).toAbsolutePath().normalize();
        var home = root.resolve("config/journeys/target/killed-office");
        clear(home);
        return new KilledOffice(root, home, Ports.freeFrom(FIRST_OFFSET));
    }

    /** What {@code mvn -Prun} does once everything is built, until the office is ready. */
    void start() {
        launcher = begin().awaitReady();
    }

    /** The same without waiting, for somebody who does not let it come to its end. */
    Launcher begin(String... more) {
        var options = new ArrayList<>(List.of("-Dyakuba.home=" + home, "-Dyakuba.port.offset=" + ports.offset(),
                "-Dyakuba.population=" + POPULATION));
        options.addAll(List.of(more));
        return Launcher.start(root, options);
    }

    Launcher launcher() {
        return launcher;
    }

    Path home() {
        return home;
    }

    String portal(String path) {
        return "http://localhost:" + ports.http() + path;
    }

    String office(String path) {
        return "http://localhost:" + ports.office() + path;
    }

    /** Tells the core systems outside how to behave. */
    void outsideIs(String lines) {
        try {
            Files.createDirectories(home.resolve("outside"));
            Files.writeString(home.resolve("outside/control.properties"), lines);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** The requests an outside system has acted upon, one line each. */
    List<String> actedUpon(String system) {
        try {
            var journal = home.resolve("outside").resolve(system + ".jsonl");
            return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What an outside system has said last of itself: open, closed, or what it was asked. */
    String lastWordOf(String system) {
        try {
            return Files.readAllLines(home.resolve("logs/outside.log")).stream().filter(line -> line.startsWith(system + ":"))
                    .reduce((earlier, later) -> later).orElse("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    TownDatabase database() {
        return new TownDatabase(new Programs(root), home, ports.database(), Secrets.of(home));
    }

    DataSource owner() {
        return database().owner();
    }

    /** The numbers that a query gives, row by row. */
    List<String> ask(String sql) {
        var found = new ArrayList<String>();
        try (var connection = owner().getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
        return found;
    }

    /** How many rows there are. */
    long count(String table, String where) {
        return Long.parseLong(ask("select count(*) from yakuba." + table + " where " + where).get(0));
    }

    /** Moves the office's clock, as an operator can, just past the time that the query finds. */
    void clockGoesTo(String time) {
        command("update yakuba.org_clock_shift set seconds = ceil(extract(epoch from (" + time + ") - now())) + 1");
    }

    /** Does something to the database as its owner. */
    void command(String sql) {
        try (var connection = owner().getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused.getMessage() + " at " + sql + condition(), refused);
        }
    }

    /** What whoever reads of a failure must know: whether anything runs, and what was said last. */
    private String condition() {
        var said = launcher == null ? List.<String>of() : launcher.said();
        return "; " + running().size() + " processes run; the launcher said last " + said.subList(Math.max(0, said.size() - 4), said.size());
    }

    /** Runs the documented command that verifies the audit chain; what it says if the chain does not hold, otherwise nothing. */
    String brokenAuditChain() {
        var database = database().environment();
        var path = root.resolve("ejb/target/classes") + ":" + System.getProperty("java.class.path");
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", path,
                "jp.yakuba.audit.store.VerifyAuditChain", "jdbc:postgresql://127.0.0.1:" + ports.database() + "/yakuba")
                .redirectErrorStream(true);
        builder.environment().put("YAKUBA_DB_USER", database.get("YAKUBA_DB_USER"));
        builder.environment().put("YAKUBA_DB_PASSWORD", database.get("YAKUBA_DB_PASSWORD"));
        try {
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? "" : said;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Processes of this office that still run. */
    List<String> running() {
        return ProcessHandle.allProcesses().map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(home + "/")).toList();
    }

    /** Whatever became of it, nothing of it runs on. */
    void end() {
        if (launcher != null) {
            launcher.close();
        }
        endProcesses(home);
    }

    private static void endProcesses(Path home) {
        ProcessHandle.allProcesses().filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info().commandLine().orElse("").contains(home + "/"))
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static void clear(Path home) {
        if (!Files.isDirectory(home)) {
            return;
        }
        endProcesses(home);
        try (Stream<Path> all = Files.walk(home)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("The data of an earlier run cannot be taken away", refused);
        }
    }
}

package jp.yakuba.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.yakuba.launcher.OfficeSettings;
import jp.yakuba.launcher.RunningOffice;
import jp.yakuba.server.Ports;

/** The office that all journeys share: fresh data for each run, opened by the first journey, closed after the last. */
final class OpenOffice implements AutoCloseable {
    private static final int FIRST_OFFSET = 1100;
    private static final int FIRST_OFFSET_APART = 1500;
    private static final int POPULATION = 1000;
    private static final String SCANNER = "yakuba.clamd";

    private final RunningOffice running;
    private final Chromium chromium;
    private final VirusScanner scanner;
    private final Map<String, Object> shared = new HashMap<>();

    private OpenOffice(RunningOffice running, Chromium chromium, VirusScanner scanner) {
        this.running = running;
        this.chromium = chromium;
        this.scanner = scanner;
    }

    static OpenOffice open() {
        return open("office", FIRST_OFFSET);
    }

    /** One beside it, with data of its own. */
    static OpenOffice apart() {
        return open("office-apart", FIRST_OFFSET_APART);
    }

    private static OpenOffice open(String name, int offset) {
        var root = Path.of(System.getProperty("yakuba.root", "../..")).toAbsolutePath().normalize();
        var home = root.resolve("config/journeys/target").resolve(name);
        clear(home);
        var chromium = Chromium.launch();
        var scanner = VirusScanner.open();
        try {
            System.setProperty(SCANNER, scanner.address());
            var settings = new OfficeSettings(root, home, Ports.freeFrom(offset), OfficeSettings.DEFAULT_TOWN, POPULATION);
            return new OpenOffice(RunningOffice.start(settings, line -> System.out.println("  " + line)), chromium, scanner);
        } catch (RuntimeException inTheWay) {
            chromium.close();
            scanner.close();
            throw inTheWay;
        } finally {
            System.clearProperty(SCANNER); // other offices that open in this program have no scanner, or one of their own
        }
    }

    /** One that somebody else has opened and will close. */
    static OpenOffice of(RunningOffice running, Chromium chromium) {
        return new OpenOffice(running, chromium, null);
    }

    RunningOffice running() {
        return running;
    }

    /** The scanner that looks at every file of this office. */
    VirusScanner scanner() {
        return scanner;
    }

    Chromium chromium() {
        return chromium;
    }

    /** The first value that a query finds, read past the application. */
    String ask(String sql) {
        try (var connection = running.database().owner().getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }

    /** The first value of every row that a query finds. */
    List<String> askAll(String sql) {
        var found = new ArrayList<String>();
        try (var connection = running.database().owner().getConnection(); var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }

    /** Address of a page of the portal. */
    String portal(String path) {
        return "http://localhost:" + running.settings().ports().http() + path;
    }

    /** Address of a page for staff. */
    String office(String path) {
        return "http://localhost:" + running.settings().ports().office() + path;
    }

    /** Address at the listener that asks for a card. */
    String card(String path) {
        return "https://localhost:" + running.settings().ports().card() + path;
    }

    /** What the database says: the first column of the first row. */
    String ask(String question, Object... values) {
        try (var connection = running.database().owner().getConnection(); var asked = connection.prepareStatement(question)) {
            for (var place = 0; place < values.length; place++) {
                asked.setObject(place + 1, values[place]);
            }
            try (var rows = asked.executeQuery()) {
                if (!rows.next()) {
                    throw new IllegalStateException("Nothing answers: " + question);
                }
                return rows.getString(1);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Moves the office's clock to about that time, as an operator can in a sample town. */
    void clockGoesTo(Instant time) {
        try (var connection = running.database().owner().getConnection();
                var moved = connection.prepareStatement("update yakuba.org_clock_shift set seconds = ?")) {
            moved.setLong(1, Duration.between(Instant.now(), time).toSeconds());
            moved.executeUpdate();
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Something that every journey of the run shares: made by the first that asks for it. */
    @SuppressWarnings("unchecked")
    <T> T once(String name, Supplier<T> making) {
        if (!shared.containsKey(name)) {
            shared.put(name, making.get());
        }
        return (T) shared.get(name);
    }

    @Override
    public void close() {
        chromium.close();
        running.close();
        scanner.close();
    }

    /** Ends what an earlier run that was killed has left here, and takes its data away. */
    private static void clear(Path home) {
        if (!Files.isDirectory(home)) {
            return;
        }
        ProcessHandle.allProcesses().filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> process.info().commandLine().orElse("").contains(home + "/"))
                .forEach(ProcessHandle::destroyForcibly);
        try (Stream<Path> all = Files.walk(home)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("The data of an earlier run cannot be taken away", refused);
        }
    }
}

package jp.yakuba.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import jp.yakuba.launcher.OfficeSettings;
import jp.yakuba.launcher.RunningOffice;
import jp.yakuba.server.Ports;

/** An office opened to be measured, with a plain static page on the same server to measure it by. */
final class MeasuredTown implements AutoCloseable {
    static final String PLAIN_PAGE = "/plain/page.html";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final int population;
    private final RunningOffice running;
    private final OpeningTimes times;
    private final Office office;
    private final Path plain;

    private MeasuredTown(int population, RunningOffice running, OpeningTimes times) throws SQLException {
        this.population = population;
        this.running = running;
        this.times = times;
        this.plain = running.settings().home().resolve("server/deployments/plain.war");
        this.office = new Office(
                URI.create(running.settings().portalAddress()),
                URI.create(running.settings().officeAddress()),
                running.server().process().find().orElseThrow().pid(),
                running.database().pid().orElseThrow(),
                running.database().owner().getConnection());
    }

    /** Opens the office; one that was never open is opened, closed and opened again, so that both times are known. */
    static MeasuredTown open(MeasureSettings settings, int population, int offset) throws IOException, SQLException {
        var home = Files.createDirectories(settings.home().resolve(String.valueOf(population)));
        var order = new OfficeSettings(settings.root(), home, new Ports(offset), OfficeSettings.DEFAULT_TOWN, population);
        var times = new OpeningTimes(home);
        if (settings.twice() && !times.hasOpened()) {
            start(order, times).close();
        }
        var town = new MeasuredTown(population, start(order, times), times);
        town.deployPlainPage();
        return town;
    }

    private static RunningOffice start(OfficeSettings order, OpeningTimes times) {
        times.begin();
        var running = RunningOffice.start(order, line -> {
            System.out.println("  " + order.population() + ": " + line);
            times.hear(line);
        });
        times.end();
        return running;
    }

    /** The home page's own bytes as a file, in an application that has nothing else. */
    private void deployPlainPage() throws IOException {
        var page = new Visitor(office.portal()).get("/").page();
        try (var war = new JarOutputStream(Files.newOutputStream(plain))) {
            war.putNextEntry(new JarEntry("page.html"));
            war.write(page.getBytes(StandardCharsets.UTF_8));
        }
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (new Visitor(office.portal()).get(PLAIN_PAGE).status() != 200) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The server does not serve the plain page " + PLAIN_PAGE);
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }

    int population() {
        return population;
    }

    Office office() {
        return office;
    }

    RunningOffice running() {
        return running;
    }

    OpeningTimes times() {
        return times;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(plain);
        } catch (IOException stays) {
            System.err.println("The plain page stays in " + plain);
        }
        running.close();
    }
}

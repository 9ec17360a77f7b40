package jp.yakuba.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import jp.yakuba.town.DatabaseRoles;
import jp.yakuba.town.Migrations;
import jp.yakuba.town.TownLoader;
import jp.yakuba.town.TownOrder;

/**
 * The small office in which Arquillian tests run: a database of its own with an empty town's tables, and a configured server
 * that Arquillian starts and stops. It lives in {@code target} and is made anew by each build.
 */
public final class TestOffice {
    private static final int TEST_POPULATION = 1_000;
    private static final int FIRST_OFFSET = 1500;

    private final Path home;
    private final Secrets secrets;
    private final Programs programs;
    private final Path root;

    private TestOffice(Path root) {
        this.root = root;
        this.home = root.resolve("target/test-office").toAbsolutePath();
        this.secrets = Secrets.of(home);
        this.programs = new Programs(root);
    }

    /**
     * Opens or closes the office of tests.
     *
     * @param arguments {@code open} or {@code close}, and the folder of the project
     */
    public static void main(String[] arguments) {
        var office = new TestOffice(Path.of(arguments[1]).toAbsolutePath());
        if (arguments[0].equals("open")) {
            office.open();
        } else {
            office.close();
        }
    }

    private void open() {
        close();
        try {
            Folders.delete(home.resolve("database"));
            Folders.delete(home.resolve("server"));
            Folders.delete(home.resolve("import"));
            Files.createDirectories(home.resolve("import"));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        var ports = Ports.freeFrom(FIRST_OFFSET);
        var database = new TownDatabase(programs, home, ports.database(), secrets);
        database.start();
        new Migrations(database.owner(), DatabaseRoles.APPLICATION).run();
        new TownLoader(database.owner()).load(TownOrder.of("016373", TEST_POPULATION), line -> { });
        ServerKeys.ensure(home.resolve("keys"), secrets.get("keys"));
        var server = new ServerHome(root, programs, home, secrets);
        server.prepare();
        tellTheTests(ports, database, server);
    }

    private void close() {
        if (Files.exists(home.resolve("database/PG_VERSION"))) {
            new TownDatabase(programs, home, 0, secrets).stop();
        }
    }

    /** Writes what {@code arquillian.xml} and the tests ask for as system properties. */
    private void tellTheTests(Ports ports, TownDatabase database, ServerHome server) {
        var told = new Properties();
        told.setProperty("yakuba.test.wildfly", programs.wildfly().toString());
        told.setProperty("yakuba.test.management", Integer.toString(ports.management()));
        told.setProperty("yakuba.test.http", Integer.toString(ports.http()));
        told.setProperty("yakuba.test.base", server.base().toString());
        told.setProperty("yakuba.test.java", String.join(" ", javaArguments(ports, database, server)));
        database.environment().forEach(told::setProperty);
        try (var out = Files.newBufferedWriter(home.resolve("test-office.properties"))) {
            told.store(out, "The office of tests");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private List<String> javaArguments(Ports ports, TownDatabase database, ServerHome server) {
        var words = new java.util.ArrayList<>(List.of("-Xms128m", "-Xmx768m", "-XX:MetaspaceSize=160m", "-Djava.awt.headless=true",
                "-Djava.net.preferIPv4Stack=true", "-Duser.timezone=Asia/Tokyo"));
        words.addAll(ServerProcess.portProperties(ports));
        var environment = database.environment();
        words.add("-Dyakuba.db.host=" + environment.get("YAKUBA_DB_HOST"));
        words.add("-Dyakuba.db.port=" + environment.get("YAKUBA_DB_PORT"));
        words.add("-Dyakuba.db.password=" + environment.get("YAKUBA_DB_PASSWORD"));
        words.add("-Dyakuba.db.owner.password=" + environment.get("YAKUBA_DB_OWNER_PASSWORD"));
        words.add("-Dyakuba.smtp.port=" + ports.smtp());
        programs.nameFont().ifPresent(font -> words.add("-Dyakuba.name.font=" + font));
        words.add("-Dyakuba.import=" + home.resolve("import"));
        words.add("-Dyakuba.keys=" + home.resolve("keys"));
        words.add("-Dyakuba.keys.password=" + secrets.get("keys"));
        words.add("-Djboss.server.log.dir=" + home.resolve("logs"));
        words.add("-Djboss.server.base.dir=" + server.base());
        words.add("-Djava.io.tmpdir=" + server.temporary());
        return words;
    }
}

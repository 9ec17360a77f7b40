package jp.yakuba.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import jp.yakuba.cards.CardReader;
import jp.yakuba.cards.SampleExchange;
import jp.yakuba.cards.SampleIdentities;
import jp.yakuba.cards.SampleSigning;
import jp.yakuba.cards.StampService;
import jp.yakuba.server.CannotOpen;
import jp.yakuba.server.Programs;
import jp.yakuba.server.Secrets;
import jp.yakuba.server.ServerHome;
import jp.yakuba.server.ServerProcess;
import jp.yakuba.server.TownDatabase;
import jp.yakuba.town.DatabaseRoles;
import jp.yakuba.town.Migrations;
import jp.yakuba.town.TownFolder;
import jp.yakuba.town.TownLoader;
import jp.yakuba.town.TownOrder;

/**
 * One whole office on this machine: database, mail catcher, application server and the core systems outside, opened and
 * closed in order. A home whose last office died is put right before it opens again.
 */
public final class RunningOffice implements AutoCloseable {
    private static final String NUMBER_KEY = "personal-numbers";

    private final OfficeSettings settings;
    private final Progress progress;
    private final HomeLock lock;
    private final Secrets secrets;
    private final TownDatabase database;
    private final ServerHome serverHome;
    private final ServerProcess server;
    private final MailCatcher mail;
    private final OutsideProcess outside;
    private final CardReader cardReader;
    private final SampleSigning signing;
    private final SampleExchange exchange;
    private final StampService stamps;

    private RunningOffice(OfficeSettings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.lock = HomeLock.take(settings.home());
        this.secrets = Secrets.of(settings.home());
        var programs = new Programs(settings.root());
        this.database = new TownDatabase(programs, settings.home(), settings.ports().database(), secrets);
        this.serverHome = new ServerHome(settings.root(), programs, settings.home(), secrets);
        this.server = new ServerProcess(programs, settings.home(), serverHome, settings.ports(), secrets);
        this.mail = new MailCatcher(settings.home().resolve("mail"), settings.ports());
        this.outside = new OutsideProcess(settings.home());
        this.cardReader = new CardReader(SampleIdentities.cards(settings.home()), settings.ports().cardReader(),
                settings.portalAddress());
        this.signing = new SampleSigning(keys(), secrets.get("keys"), database.owner(), Instant.now());
        this.exchange = new SampleExchange(keys(), secrets.get("keys"), database.owner());
        this.stamps = signing.stamps(settings.ports().stamps());
    }

    /** Opens the office; what it has begun when something is in the way is closed again. */
    public static RunningOffice start(OfficeSettings settings, Progress progress) {
        Machine.mustCarry(settings.home(), MemoryNeed.from(System.getProperties()), 1);
        var office = at(settings, progress);
        try {
            office.openData();
            office.openServer();
            return office;
        } catch (RuntimeException inTheWay) {
            closeInPeace(office);
            throw inTheWay;
        }
    }

    /** The office of the home, which is held by it from now on; nothing of it runs yet. */
    static RunningOffice at(OfficeSettings settings, Progress progress) {
        mustKnow(settings.town());
        progress.say("Unpacking what is not there yet");
        return new RunningOffice(settings, progress);
    }

    /** Ctrl-C interrupts an opening; an interrupted thread would wait for nobody and end everything the hard way. */
    private static void closeInPeace(RunningOffice office) {
        var interrupted = Thread.interrupted();
        office.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void mustKnow(String town) {
        try {
            TownFolder.of(town);
        } catch (IllegalStateException unknown) {
            throw new CannotOpen(unknown.getMessage() + "; choose one with -Dyakuba.town=<code>.", unknown);
        }
    }

    /** The first half of an opening: data, keys and all that the server finds when it starts. */
    void openData() {
        clearAfterCrash();
        settings.ports().mustBeFree();
        progress.say("Starting PostgreSQL on " + settings.home().resolve("database"));
        database.start();
        var ran = new Migrations(database.owner(), DatabaseRoles.APPLICATION).run();
        progress.say(ran == 0 ? "The tables are up to date" : "Built the tables in " + ran + " steps");
        loadTown();
        progress.say("Making keys, sample cards and accounts");
        new SampleIdentities(settings.home(), secrets.get("keys"), database.owner()).ensure();
        signing.ensure();
        exchange.ensure(Instant.now());
        cardReader.start();
        stamps.start();
        mail.start();
    }

    /** The other half: the server, and the core systems outside of it. */
    void openServer() {
        startServer();
        progress.say("Starting the core systems outside");
        outside.start(brokerEnvironment());
    }

    private void loadTown() {
        var order = new TownOrder(settings.town(), settings.population() == null ? 0 : settings.population(),
                secrets.get(NUMBER_KEY));
        try {
            new TownLoader(database.owner()).load(order, progress::say);
        } catch (IllegalStateException refused) {
            throw new CannotOpen(refused.getMessage() + ".", refused);
        }
    }

    private void clearAfterCrash() {
        if (server.process().isRunning() || outside.process().isRunning() || database.isRunning()) {
            progress.say("The last office here did not close; putting things in order");
            outside.stop();
            server.stop();
            database.stop();
        }
    }

    private void startServer() {
        progress.say("Preparing WildFly");
        serverHome.prepare();
        serverHome.deploy(application());
        progress.say("Starting WildFly with the application");
        var neighbours = new HashMap<>(database.environment());
        neighbours.putAll(mail.environment());
        neighbours.putAll(virusScanner());
        neighbours.putAll(signing.environment());
        neighbours.putAll(exchange.environment());
        neighbours.put("YAKUBA_TSA_URL", stamps.address());
        neighbours.put("YAKUBA_NUMBER_KEY", secrets.get(NUMBER_KEY));
        neighbours.put("YAKUBA_IMPORT", importFolder().toString());
        neighbours.put("YAKUBA_KEY_SHARE", secrets.get("key-share"));
        neighbours.put("YAKUBA_CARD_READER", "http://localhost:" + settings.ports().cardReader() + "/sign");
        server.start(neighbours);
        server.awaitDeployment(Duration.ofMinutes(6), () -> progress.say("… still starting"));
        FirstVisit.to(settings.portalAddress(), settings.home().resolve("logs"));
    }

    /** Where whoever runs the office lays documents of an earlier system. */
    private Path importFolder() {
        try {
            return Files.createDirectories(settings.home().resolve("import")).toAbsolutePath();
        } catch (IOException refused) {
            throw new CannotOpen("The folder " + settings.home().resolve("import") + " cannot be made: " + refused.getMessage() + ".", refused);
        }
    }

    /** Where ClamAV's daemon listens, if this office was told of one. */
    private static Map<String, String> virusScanner() {
        var address = System.getProperty("yakuba.clamd", "");
        if (address.isBlank()) {
            return Map.of();
        }
        var parts = address.split(":", 2);
        return Map.of("YAKUBA_CLAMD_HOST", parts[0], "YAKUBA_CLAMD_PORT", parts.length > 1 ? parts[1] : "3310");
    }

    private Path application() {
        var ear = settings.root().resolve("ear/target/yakuba.ear");
        if (!Files.isRegularFile(ear)) {
            throw new CannotOpen("The application is not built: " + ear + " is missing; run mvn -Prun in the project.");
        }
        return ear;
    }

    /** The town's name. */
    public String name() {
        return nameOf(settings.town());
    }

    static String nameOf(String town) {
        return TownFolder.of(town).get("name");
    }

    /** The folder of its keys. */
    public Path keys() {
        return settings.home().resolve("keys");
    }

    /** Its keys for other offices, for a journey that renews or revokes one. */
    public SampleExchange exchange() {
        return exchange;
    }

    /** What was chosen for this office. */
    public OfficeSettings settings() {
        return settings;
    }

    /** Its database. */
    public TownDatabase database() {
        return database;
    }

    /** Its passwords. */
    public Secrets secrets() {
        return secrets;
    }

    /** The mail that it has sent. */
    public MailCatcher mail() {
        return mail;
    }

    /** Its application server, for a journey that stops or kills it. */
    public ServerProcess server() {
        return server;
    }

    /** The core systems outside of it. */
    public OutsideProcess outside() {
        return outside;
    }

    /** The time stamp service of the sample town, for a journey that takes it away. */
    public StampService stamps() {
        return stamps;
    }

    /** Starts the server again after it was stopped or killed. */
    public void restartServer() {
        server.stop();
        startServer();
    }

    /** What a process needs to find the broker as the outside core systems. */
    public Map<String, String> brokerEnvironment() {
        var environment = new HashMap<String, String>();
        environment.put("YAKUBA_BROKER_URL", "tcp://127.0.0.1:" + settings.ports().broker());
        for (var system : ServerHome.OUTSIDE) {
            environment.put("YAKUBA_BROKER_USER_" + system.toUpperCase(java.util.Locale.ROOT), ServerHome.coreUser(system));
            environment.put("YAKUBA_BROKER_PASSWORD_" + system.toUpperCase(java.util.Locale.ROOT),
                    secrets.get("broker." + system));
        }
        return environment;
    }

    /** Kills server and database as a power cut would, and leaves everything as it then lies. */
    public void kill() {
        server.process().kill();
        outside.process().kill();
        database.kill();
        mail.stop();
        cardReader.close();
        stamps.close();
        lock.close();
    }

    /** Closes the office in order: no new requests, then messages, then data; says so only of what runs. */
    @Override
    public void close() {
        close("core systems outside", outside.process().isRunning(), outside::stop);
        close("WildFly", server.process().isRunning(), server::stop);
        mail.stop();
        cardReader.close();
        stamps.close();
        close("PostgreSQL", database.isRunning(), database::stop);
        lock.close();
    }

    private void close(String part, boolean running, Runnable closing) {
        if (running) {
            progress.say("Closing: " + part);
        }
        closing.run();
    }
}

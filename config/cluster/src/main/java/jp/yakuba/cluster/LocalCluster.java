package jp.yakuba.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import jp.yakuba.launcher.OutsideProcess;
import jp.yakuba.server.CannotOpen;
import jp.yakuba.server.Command;
import jp.yakuba.server.Secrets;
import jp.yakuba.town.DatabaseRoles;

/**
 * A cluster on one machine: three members of etcd, a pair of databases that Patroni leads, the store of backups, two application servers with a
 * sample town and the balancer, with the templates of production and addresses of their own. Everything lies under one folder and is ended by
 * recorded numbers alone.
 */
public final class LocalCluster {
    private static final Duration TO_LEAD = Duration.ofSeconds(90);

    private final Path home;
    private final Path templates;
    private final Network network;
    private final Secrets secrets;
    private final Authority authority;
    private final List<LocalMachine> machines;
    private final Balancer balancer;
    private final DatabasePair databases;
    private final LocalTown town;
    private final List<ApplicationNode> nodes;
    private final Path application;
    private final OutsideProcess outside;
    private final Consumer<String> progress;

    /**
     * The cluster whose data live in {@code home}; nothing runs yet.
     *
     * @param root the project, with the templates
     */
    public LocalCluster(Path root, Path home, Network network, Consumer<String> progress) {
        this.home = home.toAbsolutePath().normalize();
        this.templates = root.resolve("config/cluster/templates").toAbsolutePath();
        this.network = network;
        this.progress = progress;
        this.secrets = Secrets.of(this.home);
        this.authority = new Authority(this.home.resolve("authority"));
        this.machines = network.machines().stream().map(machine -> new LocalMachine(machine, this.home, templates)).toList();
        this.balancer = new Balancer(machines.get(0).machine(), this.home);
        this.databases = new DatabasePair(machines.subList(0, 2), authority.certificate(), secrets);
        this.town = new LocalTown(this.home, databases.owner(), secrets);
        this.nodes = machines.subList(0, 2).stream().map(machine -> new ApplicationNode(root, machine, town.keys(), secrets)).toList();
        this.outside = new OutsideProcess(this.home);
        this.application = root.resolve("ear/target/yakuba.ear").toAbsolutePath();
    }

    /** Starts everything, and puts right before what a crash left; returns when both nodes serve. */
    public void start() {
        if (!Files.isRegularFile(application)) {
            throw new CannotOpen("The application is not built: " + application + " is missing; run mvn -q -DskipTests package in the project.");
        }
        DebianPackages.ensure();
        alone(() -> {
            startDatabases();
            progress.accept("Opening the sample town");
            town.open(progress);
            startNodes();
            progress.accept("Starting the core systems outside");
            outside.start(OutsideProcess.environment(secrets, nodes.stream().map(ApplicationNode::broker).toList()));
            startDoor();
            nodes.forEach(this::awaitService);
        });
    }

    /** Starts all but the application servers; returns when both databases are in step. */
    public void startWithoutApplication() {
        DebianPackages.ensure();
        alone(() -> {
            startDatabases();
            startDoor();
        });
    }

    private void startNodes() {
        progress.accept("Starting WildFly with the application on two machines");
        nodes.forEach(node -> node.start(application, applicationEnvironment()));
        nodes.forEach(node -> node.awaitDeployment(() -> progress.accept("… still starting")));
    }

    /** Starts the application server of a machine again after it was stopped or killed, and waits until the balancer sends people to it. */
    public void startAgain(ApplicationNode node) {
        node.stop();
        node.start(application, applicationEnvironment());
        node.awaitDeployment(() -> { });
        awaitService(node);
    }

    private void awaitService(ApplicationNode node) {
        var deadline = System.nanoTime() + TO_LEAD.toNanos();
        while (!balancer.serves(node.machine().machine())) {
            if (System.nanoTime() > deadline) {
                throw new CannotOpen("The balancer finds " + node.machine().machine().name() + " not ready; " + node.log() + " says why.");
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private void startDatabases() {
        stopAlone();
        progress.accept("Making keys and filling the templates");
        configure();
        progress.accept("Starting three members of etcd");
        machines.forEach(LocalMachine::startEtcd);
        awaitEtcd();
        progress.accept("Starting the store of backups and the pair of databases");
        machines.forEach(LocalMachine::startBackupServer);
        machines.subList(0, 2).forEach(LocalMachine::startPatroni);
        databases.ensureRoles();
        databases.awaitPair(TO_LEAD);
        ensureStanza();
    }

    private void startDoor() {
        progress.accept("Starting the balancer");
        authority.writeTrusted(town.authority());
        balancer.start();
    }

    private void configure() {
        authority.ensure();
        authority.writeTrusted(town.authority());
        for (var each : machines) {
            var machine = each.machine();
            authority.certify(each.file("keys"), machine.name(), List.of(machine.address(), network.door()));
            authority.writeStores(each.file("keys"), secrets.get("keys"));
            each.configure(values(each));
        }
        balancer.configure(templates, values(machines.get(0)));
    }

    /** etcd is there when a majority of it is. */
    private void awaitEtcd() {
        var deadline = System.nanoTime() + TO_LEAD.toNanos();
        while (!etcdctl("endpoint", "health").wentWell()) {
            if (System.nanoTime() > deadline) {
                throw new CannotOpen("etcd does not start; " + home.resolve("logs") + " says why.");
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    /** Runs {@code etcdctl} on the third machine. */
    public Command etcdctl(String... words) {
        var at = machines.get(2);
        var all = new ArrayList<>(List.of("etcdctl", "--endpoints=https://" + at.machine().address() + ":2379", "--cacert=" + at.file("keys/authority.crt"),
                "--cert=" + at.file("keys/machine.crt"), "--key=" + at.file("keys/machine.key")));
        all.addAll(List.of(words));
        return Command.run(at.machine().command(all), Map.of("ETCDCTL_API", "3"), Duration.ofSeconds(10));
    }

    /** The store learns once whose WAL it keeps. */
    private void ensureStanza() {
        if (!Files.exists(store().resolve("archive/yakuba/archive.info"))) {
            progress.accept("Preparing the store of backups");
            var made = machines.get(2).backup("stanza-create");
            if (!made.wentWell()) {
                throw new CannotOpen("The store of backups cannot be prepared: " + made.said().strip() + ".");
            }
        }
    }

    /** Starts the balancer and nothing else. */
    void startDoorAlone() {
        DebianPackages.ensure();
        alone(() -> {
            stopAlone();
            configure();
            balancer.start();
        });
    }

    /** Stops everything in order; the leading database last, so that nobody takes its place. */
    public void stop() {
        alone(this::stopAlone);
    }

    private void stopAlone() {
        if (!isRunning()) {
            return;
        }
        progress.accept("Stopping the balancer, the application, the databases and etcd");
        balancer.stop();
        outside.stop();
        nodes.forEach(ApplicationNode::stop);
        machines.forEach(each -> each.resume(each.postgres()));
        machines.forEach(each -> each.resume(each.patroni()));
        var leader = databases.primary().orElse(machines.get(0));
        databases.other(leader).stopDatabase();
        leader.stopDatabase();
        machines.get(2).stopDatabase();
        machines.forEach(LocalMachine::stopEtcd);
    }

    /** True while any part of it runs. */
    public boolean isRunning() {
        return balancer.process().isRunning() || outside.process().isRunning() || nodes.stream().anyMatch(node -> node.process().isRunning())
                || machines.stream().anyMatch(each -> each.etcd().isRunning() || each.patroni().isRunning() || each.postgres().isRunning());
    }

    /** The three machines. */
    public List<LocalMachine> machines() {
        return machines;
    }

    /** The pair of databases. */
    public DatabasePair databases() {
        return databases;
    }

    /** The application servers. */
    public List<ApplicationNode> nodes() {
        return nodes;
    }

    /** The front door. */
    public Balancer balancer() {
        return balancer;
    }

    /** The machine that keeps the backups. */
    public LocalMachine storeKeeper() {
        return machines.get(2);
    }

    /** The folder of the backups. */
    public Path store() {
        return home.resolve("backups");
    }

    /** The folder of everything. */
    public Path home() {
        return home;
    }

    /** The passwords between its parts. */
    public Secrets secrets() {
        return secrets;
    }

    /** Where residents and staff come in. */
    public String door() {
        return network.door();
    }

    /** What the application servers of this cluster are told of databases, door, one another and the town. */
    public Map<String, String> applicationEnvironment() {
        var told = new HashMap<>(town.environment());
        // the driver reads host:port,host — the port of the last one comes from its own variable
        told.put("YAKUBA_DB_HOST", databases.hosts().substring(0, databases.hosts().lastIndexOf(':')));
        told.put("YAKUBA_DB_PORT", Integer.toString(DatabasePair.PORT));
        told.put("YAKUBA_DB_NAME", DatabasePair.NAME);
        told.put("YAKUBA_DB_OPTIONS", databases.options());
        told.put("YAKUBA_DB_USER", DatabaseRoles.APPLICATION);
        told.put("YAKUBA_DB_PASSWORD", secrets.get("database.application"));
        told.put("YAKUBA_DB_OWNER", DatabaseRoles.OWNER);
        told.put("YAKUBA_DB_OWNER_PASSWORD", secrets.get("database.owner"));
        told.put("YAKUBA_PUBLIC_URL", "https://" + network.door() + ":8443");
        told.put("YAKUBA_OFFICE_URL", "https://" + network.door() + ":8090");
        told.put("YAKUBA_CARD_URL", "https://" + network.door() + ":8444");
        for (var number = 1; number <= 2; number++) {
            told.put("YAKUBA_NODE" + number, machines.get(number - 1).machine().address());
        }
        return told;
    }

    private Map<String, String> values(LocalMachine me) {
        var values = new HashMap<String, String>();
        machines.forEach(each -> {
            machineValues(each, values);
            values.put(each.machine().name() + ".from", network.callsFrom(each.machine()));
        });
        values.put("me.name", me.machine().name());
        values.put("me.address", me.machine().address());
        values.put("keys", me.file("keys").toString());
        values.put("etcd.data", me.file("etcd").toString());
        databaseValues(me, values);
        backupValues(me, values);
        doorValues(values);
        return values;
    }

    private static void machineValues(LocalMachine each, Map<String, String> values) {
        var name = each.machine().name();
        values.put(name + ".name", name);
        values.put(name + ".address", each.machine().address());
        values.put(name + ".database.data", each.database().toString());
        values.put(name + ".database.run", each.file("run").toString());
        values.put(name + ".backup.config", each.file("pgbackrest.conf").toString());
    }

    private void databaseValues(LocalMachine me, Map<String, String> values) {
        values.put("database.port", Integer.toString(DatabasePair.PORT));
        values.put("database.data", me.database().toString());
        values.put("database.run", me.file("run").toString());
        values.put("database.programs", DebianPackages.POSTGRESQL.toString());
        values.put("database.connections", "120");
        values.put("database.memory", System.getProperty("yakuba.database.memory", "128MB"));
        values.put("database.wal", System.getProperty("yakuba.cluster.wal", "1GB"));
        values.put("database.slot.wal", System.getProperty("yakuba.cluster.slot.wal", "2GB"));
        values.put("database.superuser", secrets.get("database.superuser"));
        values.put("database.replicator", secrets.get("database.replicator"));
        // whoever reaches the socket shows a password here, for all machines share one user
        values.put("database.local.method", "scram-sha-256");
        values.put("client.network", network.trialsFrom());
        values.put("watchdog.mode", "off");
    }

    private void backupValues(LocalMachine me, Map<String, String> values) {
        values.put("pgbackrest", "pgbackrest --config=" + me.file("pgbackrest.conf"));
        values.put("backup.port", "8432");
        values.put("backup.store", store().toString());
        values.put("backup.store.config", machines.get(2).file("pgbackrest.conf").toString());
        values.put("backup.cipher", secrets.get("backup.cipher"));
        values.put("backup.logs", me.file("backup-logs").toString());
        values.put("backup.locks", me.file("backup-locks").toString());
        values.put("backup.spool", me.file("backup-locks").toString());
        values.put("backup.processes", "2");
        values.put("backup.standby", "y");
    }

    private void doorValues(Map<String, String> values) {
        values.put("balancer.run", home.resolve("balancer").toString());
        values.put("balancer.errors", templates.resolve("errors").toString());
        values.put("balancer.connections", "2000");
        for (var zone : List.of("portal", "office", "lgwan")) {
            values.put("balancer." + zone + ".address", network.door());
        }
        values.put("portal.name", network.door());
        values.put("office.name", network.door());
        values.put("portal.port.plain", "8080");
        values.put("portal.port", "8443");
        values.put("office.port", "8090");
        values.put("node.authority", home.resolve("authority/nodes.crt").toString());
        values.put("node.name", "localhost");
        values.put("node.port.portal", "8443");
        values.put("node.port.office", "8090");
        values.put("node.port.card", "8444");
        values.put("node.port.lgwan", "8445");
    }

    /** One starts or stops at a time; the kernel lets go of the lock with the process. */
    private void alone(Runnable work) {
        try {
            Files.createDirectories(home.resolve("run"));
            try (var channel = FileChannel.open(home.resolve("run/cluster.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.tryLock()) {
                if (lock == null) {
                    throw inUse(null);
                }
                work.run();
            }
        } catch (OverlappingFileLockException heldHere) {
            throw inUse(heldHere);
        } catch (IOException refused) {
            throw new CannotOpen("The folder " + home + " cannot be used: " + refused.getMessage() + ".", refused);
        }
    }

    private CannotOpen inUse(Throwable cause) {
        return new CannotOpen("The cluster in " + home + " is being started or stopped by somebody else at this moment.", cause);
    }
}

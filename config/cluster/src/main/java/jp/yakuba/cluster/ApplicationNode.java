package jp.yakuba.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import jp.yakuba.server.Ports;
import jp.yakuba.server.Programs;
import jp.yakuba.server.RecordedProcess;
import jp.yakuba.server.Secrets;
import jp.yakuba.server.ServerHome;
import jp.yakuba.server.ServerKind;
import jp.yakuba.server.ServerPlace;
import jp.yakuba.server.ServerProcess;

/** The application server of one machine of a cluster: WildFly as {@code config/cluster/wildfly} makes it, with the whole office in it. */
public final class ApplicationNode {
    /** What it listens at is its machine's own, so that all nodes have the usual ports. */
    static final Ports PORTS = new Ports(0);
    private static final Duration TO_START = Duration.ofMinutes(6);
    private static final Duration TO_STOP = Duration.ofSeconds(90);

    private final Path root;
    private final LocalMachine machine;
    private final Path keys;
    private final Secrets secrets;
    private final RecordedProcess process;

    ApplicationNode(Path root, LocalMachine machine, Path keys, Secrets secrets) {
        this.root = root;
        this.machine = machine;
        this.keys = keys;
        this.secrets = secrets;
        this.process = new RecordedProcess(machine.file("run/server.pid"), "-Djboss.server.base.dir=" + machine.file("server").toAbsolutePath());
    }

    /** The machine on which it runs. */
    public LocalMachine machine() {
        return machine;
    }

    /** The process, for whoever must know or end it. */
    public RecordedProcess process() {
        return process;
    }

    /** Where core systems outside fetch and bring messages. */
    String broker() {
        return "tcp://" + machine.machine().address() + ":" + PORTS.broker();
    }

    /** Where it says how it is. */
    public Path log() {
        return machine.file("logs/console.log");
    }

    /**
     * Starts it with the application; returns at once.
     *
     * @param office what all nodes are told
     */
    void start(Path application, Map<String, String> office) {
        var programs = new Programs(root);
        var home = home(programs);
        home.prepare();
        home.deploy(application);
        var told = new HashMap<>(office);
        told.put("YAKUBA_MACHINE_KEYS", machine.file("keys").toString());
        told.put("YAKUBA_MACHINE_KEYS_PASSWORD", secrets.get("keys"));
        server(programs, home).start(told);
    }

    /** Waits until the application is in. */
    void awaitDeployment(Runnable progress) {
        var programs = new Programs(root);
        server(programs, home(programs)).awaitDeployment(TO_START, progress);
    }

    private ServerHome home(Programs programs) {
        return new ServerHome(root, programs, machine.file(""), secrets, ServerKind.CLUSTERED);
    }

    private ServerProcess server(Programs programs, ServerHome home) {
        var at = machine.machine();
        return new ServerProcess(programs, machine.file(""), home, PORTS, secrets,
                ServerPlace.amongOthers(keys, at.entrance(), at.name(), at.address()));
    }

    /** Stops it in peace; true if it went by itself. */
    public boolean stop() {
        return process.stop(TO_STOP);
    }

    /** Ends it at once, as a power cut would. */
    public void kill() {
        process.kill();
    }
}

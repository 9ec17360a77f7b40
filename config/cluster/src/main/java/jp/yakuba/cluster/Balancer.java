package jp.yakuba.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import jp.yakuba.server.CannotOpen;
import jp.yakuba.server.Command;
import jp.yakuba.server.RecordedProcess;

/** The front door of a cluster on this machine: HAProxy with the template of production. */
public final class Balancer {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final List<String> BACKENDS = List.of("portal-ready", "portal-living", "office-ready", "office-living", "card", "lgwan");

    private final Machine machine;
    private final Path folder;
    private final Path log;
    private final RecordedProcess process;

    Balancer(Machine machine, Path home) {
        this.machine = machine;
        this.folder = home.resolve("balancer");
        this.log = home.resolve("logs/balancer.log");
        this.process = new RecordedProcess(home.resolve("run/balancer.pid"), folder.resolve("haproxy.cfg").toString());
    }

    /** The process, whose workers are its children. */
    public RecordedProcess process() {
        return process;
    }

    void configure(Path templates, Map<String, String> values) {
        Template.in(templates.resolve("haproxy.cfg")).write(values, folder.resolve("haproxy.cfg"));
        var checked = Command.run(List.of("haproxy", "-c", "-q", "-f", folder.resolve("haproxy.cfg").toString()), Map.of(), PATIENCE);
        if (!checked.wentWell()) {
            throw new CannotOpen("HAProxy refuses its configuration " + folder.resolve("haproxy.cfg") + ": " + checked.said().strip() + ".");
        }
    }

    /** Starts the door and waits until it can be told what to do. */
    public void start() {
        process.start(machine.command(List.of("haproxy", "-W", "-f", folder.resolve("haproxy.cfg").toString())), Map.of(), log);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (System.nanoTime() > deadline || !process.isRunning()) {
                throw new CannotOpen("The balancer does not start; " + log + " says why.");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    /** Takes the configuration up anew as {@code systemctl reload} does: new workers get the open doors, old ones end what they have begun. */
    public void reload() {
        var running = process.find().orElseThrow(() -> new CannotOpen("The balancer does not run."));
        Command.run(List.of("kill", "-USR2", Long.toString(running.pid())), Map.of(), PATIENCE);
    }

    /** Stops the door; the master takes its workers along. */
    public void stop() {
        process.stop(PATIENCE);
    }

    /** Ends the door at once; a worker ends by itself when its master is gone. */
    public void kill() {
        process.kill();
    }

    /** Sends nobody new to the machine, and nobody who was there before. What it has begun it may end. */
    public void drain(Machine from) {
        BACKENDS.forEach(backend -> say("set server " + backend + "/" + from.name() + " state maint"));
    }

    /** Sends people to the machine again as soon as it says it is ready. */
    public void readmit(Machine to) {
        BACKENDS.forEach(backend -> say("set server " + backend + "/" + to.name() + " state ready"));
    }

    /** Requests that the machine is working on. */
    public int busy(Machine at) {
        return column(at, "scur");
    }

    /** True if the door would send people to the machine. */
    public boolean serves(Machine at) {
        return say("show stat").lines().anyMatch(line -> line.startsWith("portal-ready," + at.name() + ",") && line.contains(",UP,"));
    }

    private int column(Machine at, String name) {
        var lines = say("show stat").lines().toList();
        var place = List.of(lines.get(0).replaceFirst("^# ", "").split(",", -1)).indexOf(name);
        return lines.stream().map(line -> line.split(",", -1)).filter(row -> row.length > place && BACKENDS.contains(row[0]) && row[1].equals(at.name()))
                .mapToInt(row -> row[place].isEmpty() ? 0 : Integer.parseInt(row[place])).sum();
    }

    private boolean answers() {
        try {
            return Files.exists(socket()) && say("show info").contains("Uptime");
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private Path socket() {
        return folder.resolve("admin.sock");
    }

    /** Says one line to the door's own socket, which only this user reaches, and returns the answer. */
    String say(String line) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket()));
            channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
            var answer = new StringBuilder();
            var buffer = ByteBuffer.allocate(8192);
            while (channel.read(buffer) >= 0) {
                answer.append(StandardCharsets.UTF_8.decode(buffer.flip()));
                buffer.clear();
            }
            return answer.toString();
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }
}

package jp.yakuba.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The running WildFly of one office: started on its own, watched until the application is in, stopped in peace or not. */
public final class ServerProcess {
    /** What WildFly must be able to reach inside the JDK; the same list as in its own start script. */
    static final List<String> OPEN_MODULES = List.of(
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

    private static final Pattern COMPLAINT = Pattern.compile("(?:WELD-|Caused by: )[^\n]*");

    private final Path wildfly;
    private final Path home;
    private final ServerHome serverHome;
    private final Ports ports;
    private final Secrets secrets;
    private final RecordedProcess process;
    private final Optional<Path> nameFont;

    /** The server of the office at {@code home}. */
    public ServerProcess(Programs programs, Path home, ServerHome serverHome, Ports ports, Secrets secrets) {
        this.wildfly = programs.wildfly();
        this.nameFont = programs.nameFont();
        this.home = home.toAbsolutePath();
        this.serverHome = serverHome;
        this.ports = ports;
        this.secrets = secrets;
        this.process = new RecordedProcess(this.home.resolve("run/server.pid"), "-Djboss.server.base.dir=" + serverHome.base());
    }

    /** The process, for whoever must know or end it. */
    public RecordedProcess process() {
        return process;
    }

    /** Starts the server with what it must know of its neighbours; returns at once. */
    public void start(Map<String, String> neighbours) {
        var environment = new HashMap<>(neighbours);
        environment.put("YAKUBA_KEYS", home.resolve("keys").toString());
        environment.put("YAKUBA_KEYS_PASSWORD", secrets.get("keys"));
        nameFont.ifPresent(font -> environment.put("YAKUBA_NAME_FONT", font.toString()));
        environment.put("TMPDIR", serverHome.temporary().toString()); // for the programs that the server calls
        process.start(command(), environment, home.resolve("logs/console.log"));
    }

    private List<String> command() {
        var logs = home.resolve("logs");
        var words = new ArrayList<String>();
        words.add(ServerHome.javaProgram());
        words.addAll(List.of("-D[Yakuba]", "-Xms256m", "-Xmx" + System.getProperty("yakuba.memory", "768m"),
                "-XX:MetaspaceSize=160m", "-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError", "-Djava.net.preferIPv4Stack=true",
                "-Djava.awt.headless=true", "-Djboss.modules.system.pkgs=org.jboss.byteman", "-Dfile.encoding=UTF-8",
                "-Duser.timezone=Asia/Tokyo"));
        words.addAll(OPEN_MODULES);
        words.add("-Dorg.jboss.boot.log.file=" + logs.resolve("boot.log"));
        words.add("-Dlogging.configuration=" + serverHome.base().resolve("configuration/logging.properties").toUri());
        words.add("-Djboss.home.dir=" + wildfly);
        words.add("-Djboss.server.base.dir=" + serverHome.base());
        words.add("-Djboss.server.log.dir=" + logs);
        words.add("-Djava.io.tmpdir=" + serverHome.temporary());
        words.add("-Djboss.tx.node.id=office-" + ports.offset());
        words.addAll(portProperties(ports));
        System.getProperties().stringPropertyNames().stream().filter(name -> name.startsWith("yakuba.app."))
                .forEach(name -> words.add("-D" + name + "=" + System.getProperty(name)));
        words.addAll(List.of("-jar", wildfly.resolve("jboss-modules.jar").toString(), "-mp", wildfly.resolve("modules").toString(),
                "org.jboss.as.standalone", "-c", ServerHome.CONFIGURATION));
        return words;
    }

    /** The ports as the configuration and the application ask for them. */
    public static List<String> portProperties(Ports ports) {
        return List.of(
                "-Dyakuba.port.http=" + ports.http(),
                "-Dyakuba.port.https=" + ports.https(),
                "-Dyakuba.port.card=" + ports.card(),
                "-Dyakuba.port.lgwan=" + ports.lgwan(),
                "-Dyakuba.port.office=" + ports.office(),
                "-Dyakuba.port.broker=" + ports.broker(),
                "-Dyakuba.port.management=" + ports.management());
    }

    /** Waits until the application is in and answers, telling {@code progress} each few seconds. */
    public void awaitDeployment(Duration patience, Runnable progress) {
        var deadline = System.nanoTime() + patience.toNanos();
        var deployed = serverHome.base().resolve("deployments/yakuba.ear.deployed");
        var failed = serverHome.base().resolve("deployments/yakuba.ear.failed");
        for (var turn = 1; System.nanoTime() < deadline; turn++) {
            if (Files.exists(failed)) {
                throw new CannotOpen("The application does not start (" + essence(read(failed)) + "); everything is in "
                        + home.resolve("logs/console.log") + ".");
            }
            if (Files.exists(deployed)) {
                return;
            }
            if (!process.isRunning()) {
                throw new CannotOpen("The server ended while starting; the reason is in " + home.resolve("logs/console.log") + ".");
            }
            pause();
            if (turn % 20 == 0) {
                progress.run();
            }
        }
        throw new CannotOpen("The server did not take the application within " + patience.toSeconds() + " seconds; the reason is in "
                + home.resolve("logs/console.log") + ".");
    }

    /** What a person needs of WildFly's long report: each distinct complaint, once. */
    static String essence(String report) {
        var complaints = COMPLAINT.matcher(report).results().map(MatchResult::group).map(String::strip).distinct().limit(5).toList();
        return complaints.isEmpty() ? report.lines().findFirst().orElse("no reason given") : String.join("; ", complaints);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException gone) {
            return "no reason given";
        }
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CannotOpen("Interrupted while the server was starting.", stopped);
        }
    }

    /** Stops the server in peace: requests end, the journal closes. */
    public void stop() {
        process.stop(Duration.ofSeconds(60));
    }
}

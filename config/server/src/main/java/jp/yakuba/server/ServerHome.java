package jp.yakuba.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One office's own part of WildFly: its configuration, deployments and journal, beside the shared program. The configuration
 * comes from the scripts in {@code config/wildfly}, always from the pristine file and only when a script has changed.
 */
public final class ServerHome {
    /** The configuration that the scripts make. */
    public static final String CONFIGURATION = "standalone-yakuba.xml";
    private static final String PRISTINE = "standalone-full.xml";
    /** The core systems outside of this office, each with a user of its own at the broker. */
    public static final List<String> OUTSIDE = List.of("insurance", "welfare", "school", "water", "hygiene");

    private final Path root;
    private final Programs programs;
    private final Path base;
    private final Secrets secrets;

    /** The server of the office at {@code home}, with the scripts of the project at {@code root}. */
    public ServerHome(Path root, Programs programs, Path home, Secrets secrets) {
        this.root = root;
        this.programs = programs;
        this.base = home.resolve("server").toAbsolutePath();
        this.secrets = secrets;
    }

    /** The folder that WildFly calls its base directory. */
    public Path base() {
        return base;
    }

    /** Where the server and whoever works for it lay what they need for a moment; emptied before each start. */
    public Path temporary() {
        return base.resolve("tmp");
    }

    /** Makes everything ready to start; does in seconds what it has done before. No server may be running here. */
    public void prepare() {
        try {
            var configured = configured();
            var mine = Files.createDirectories(base.resolve("configuration"));
            Files.createDirectories(base.resolve("deployments"));
            Files.createDirectories(base.resolve("data"));
            TemporaryFolder.emptied(temporary());
            var stamp = mine.resolve("scripts.sha256");
            if (!Files.exists(mine.resolve(CONFIGURATION)) || !Files.exists(stamp)
                    || !Files.readString(stamp).equals(hashOfScripts())) {
                Files.copy(configured, mine.resolve(CONFIGURATION), StandardCopyOption.REPLACE_EXISTING);
                Files.writeString(stamp, hashOfScripts());
            }
            writeUsers(mine);
        } catch (IOException refused) {
            throw new CannotOpen("The server's folder " + base + " cannot be written: " + refused.getMessage()
                    + "; make room on the disk or give this user rights on it.", refused);
        }
    }

    /** The user of one outside core system at the broker. */
    public static String coreUser(String system) {
        return "core-" + system;
    }

    private void writeUsers(Path configuration) throws IOException {
        Files.writeString(configuration.resolve("core-users.properties"), OUTSIDE.stream()
                .map(system -> coreUser(system) + "=" + secrets.get("broker." + system) + "\n").collect(Collectors.joining()));
        Files.writeString(configuration.resolve("core-groups.properties"), OUTSIDE.stream()
                .map(system -> coreUser(system) + "=core-" + system + "\n").collect(Collectors.joining()));
        var operator = "operator";
        var digest = md5(operator + ":ManagementRealm:" + secrets.get("console.operator"));
        Files.writeString(configuration.resolve("mgmt-users.properties"), "#$REALM_NAME=ManagementRealm$\n" + operator + "=" + digest + "\n");
        Files.writeString(configuration.resolve("mgmt-groups.properties"), "");
        Files.writeString(configuration.resolve("application-users.properties"), "#$REALM_NAME=ApplicationRealm$\n");
        Files.writeString(configuration.resolve("application-roles.properties"), "");
        copyPristine("logging.properties", configuration);
    }

    private void copyPristine(String name, Path folder) throws IOException {
        if (!Files.exists(folder.resolve(name))) {
            Files.copy(programs.wildfly().resolve("standalone/configuration").resolve(name), folder.resolve(name));
        }
    }

    /** The configuration made by the present scripts; made once for all offices of this machine. */
    private Path configured() throws IOException {
        var wildfly = programs.wildfly();
        var ready = wildfly.resolve("yakuba").resolve(hashOfScripts() + ".xml");
        programs.alone("configuration", () -> {
            if (!Files.exists(ready)) {
                configure(wildfly, ready);
            }
        });
        return ready;
    }

    private void configure(Path wildfly, Path ready) throws IOException {
        var workshop = Files.createTempDirectory("yakuba-configuration");
        try {
            var configuration = Files.createDirectories(workshop.resolve("configuration"));
            Files.copy(wildfly.resolve("standalone/configuration").resolve(PRISTINE), configuration.resolve(CONFIGURATION));
            for (var name : List.of("logging.properties", "mgmt-users.properties", "mgmt-groups.properties",
                    "application-users.properties", "application-roles.properties")) {
                copyPristine(name, configuration);
            }
            Files.writeString(configuration.resolve("core-users.properties"), "nobody=nothing\n");
            Files.writeString(configuration.resolve("core-groups.properties"), "");
            Folders.delete(wildfly.resolve("modules/org/postgresql"));
            Folders.delete(wildfly.resolve("modules/jp/yakuba"));
            runScripts(wildfly, workshop);
            Files.createDirectories(ready.getParent());
            Files.copy(configuration.resolve(CONFIGURATION), ready.resolveSibling("draft.xml"), StandardCopyOption.REPLACE_EXISTING);
            Files.move(ready.resolveSibling("draft.xml"), ready, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.delete(workshop);
        }
    }

    private void runScripts(Path wildfly, Path workshop) throws IOException {
        var cardTrust = ServerModule.writeInto(workshop).toString();
        var all = new StringBuilder("embed-server --server-config=" + CONFIGURATION + " --std-out=echo\n");
        for (var script : scripts()) {
            all.append(Files.readString(script).replace("@postgresql.jar@", Programs.driver().toString())
                    .replace("@card-trust.jar@", cardTrust)).append('\n');
        }
        all.append("stop-embedded-server\n");
        var file = Files.writeString(workshop.resolve("all.cli"), all);
        var words = new ArrayList<String>();
        words.add(javaProgram());
        words.add("-Djboss.server.base.dir=" + workshop);
        words.add("-Djboss.home.dir=" + wildfly);
        words.addAll(ServerProcess.OPEN_MODULES);
        words.addAll(List.of("-Xmx512m", "-jar", wildfly.resolve("jboss-modules.jar").toString(),
                "-mp", wildfly.resolve("modules").toString(), "org.jboss.as.cli", "--file=" + file, "--no-color-output"));
        var result = Command.run(words, Map.of("JBOSS_HOME", wildfly.toString()), Duration.ofMinutes(5));
        if (!result.wentWell() || !result.said().strip().endsWith("}") && result.said().contains("\"outcome\" => \"failed\"")) {
            throw new CannotOpen("The scripts in " + root.resolve("config/wildfly") + " do not run to their end:\n" + result.said());
        }
    }

    private List<Path> scripts() throws IOException {
        try (var files = Files.list(root.resolve("config/wildfly"))) {
            return files.filter(file -> file.toString().endsWith(".cli")).sorted().toList();
        }
    }

    private String hashOfScripts() throws IOException {
        var digest = digest("SHA-256");
        for (var script : scripts()) {
            digest.update(Files.readAllBytes(script));
        }
        digest.update(ServerModule.bytes());
        digest.update(Programs.driver().toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String md5(String text) {
        return HexFormat.of().formatHex(digest("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Puts the application into the server's deployments; a server that runs takes it up by itself. */
    public void deploy(Path ear) {
        var deployments = base.resolve("deployments");
        var target = deployments.resolve("yakuba.ear");
        try {
            for (var mark : List.of(".failed", ".deployed", ".isdeploying", ".undeployed", ".pending")) {
                Files.deleteIfExists(deployments.resolve("yakuba.ear" + mark));
            }
            Files.copy(ear, target, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(deployments.resolve("yakuba.ear.dodeploy"), "");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}

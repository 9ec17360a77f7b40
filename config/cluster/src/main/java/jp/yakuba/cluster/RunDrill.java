package jp.yakuba.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import jp.yakuba.server.CannotOpen;

/**
 * The program behind {@code config/cluster/drill}: runs the restore drill on the machine that keeps the backups, or on the cluster of this
 * machine where no database is named by the environment. Ends with 0 if nothing is missing, 1 if something is, 2 if it cannot be said.
 */
public final class RunDrill {
    private static final int PORT = 15_432;

    private final Path root;
    private final Path place;
    private final int port;

    private RunDrill(Path root, Path place, int port) {
        this.root = root;
        this.place = place;
        this.port = port;
    }

    /**
     * Runs it.
     *
     * @param arguments the folder of the project, and as one likes the place of the restored database and its port
     */
    public static void main(String[] arguments) {
        try {
            var place = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempDirectory("yakuba-drill").resolve("place");
            var drill = new RunDrill(Path.of(arguments[0]), place, arguments.length > 2 ? Integer.parseInt(arguments[2]) : PORT);
            System.exit(report(System.getenv("YAKUBA_DB_HOST") == null ? drill.here() : drill.there()));
        } catch (CannotOpen | SQLException | IOException unsaid) {
            System.err.println("Whether the backups are good cannot be said: " + unsaid.getMessage());
            System.exit(2);
        }
    }

    private static int report(RestoreDrill.Outcome outcome) {
        System.out.printf("%,d rows of %d tables and %,d files were compared.%n", outcome.rows(), outcome.tables(), outcome.files());
        outcome.faults().forEach(fault -> System.out.println("FAULT: " + fault));
        System.out.println(outcome.isGood() ? "Nothing is missing: the backups are good." : "The backups are NOT good.");
        return outcome.isGood() ? 0 : 1;
    }

    private RestoreDrill.Outcome here() throws SQLException, IOException {
        var cluster = OpenCluster.cluster(root);
        if (!cluster.isRunning()) {
            throw new CannotOpen("no cluster runs on this machine, and YAKUBA_DB_HOST names no database elsewhere.");
        }
        var databases = cluster.databases();
        return drill(cluster.storeKeeper().file("pgbackrest.conf"), cluster.secrets().get("database.superuser"))
                .run(() -> databases.superuser(databases.primary().orElseThrow(), DatabasePair.NAME),
                        () -> databases.superuser(databases.other(databases.primary().orElseThrow()), DatabasePair.NAME),
                        port -> AuditChain.faults(root, cluster.home(), port));
    }

    private RestoreDrill.Outcome there() throws SQLException, IOException {
        var given = new Properties();
        given.setProperty("user", "postgres");
        given.setProperty("password", environment("YAKUBA_DB_SUPERUSER_PASSWORD"));
        var address = "jdbc:postgresql://" + environment("YAKUBA_DB_HOST") + ":" + System.getenv().getOrDefault("YAKUBA_DB_PORT", "5432") + "/"
                + System.getenv().getOrDefault("YAKUBA_DB_NAME", DatabasePair.NAME) + System.getenv().getOrDefault("YAKUBA_DB_OPTIONS", "?targetServerType=primary");
        return drill(Path.of(System.getenv().getOrDefault("PGBACKREST_CONFIG", "/etc/pgbackrest/pgbackrest.conf")), given.getProperty("password"))
                .run(() -> DriverManager.getConnection(address, given),
                        () -> DriverManager.getConnection(address.replace("targetServerType=primary", "targetServerType=secondary"), given),
                        this::auditFaults);
    }

    private RestoreDrill drill(Path store, String password) {
        return new RestoreDrill(store, place, port, password, System.out::println);
    }

    /** The command that verifies the chain finds the password where a home has it; this one goes with the restored database. */
    private List<String> auditFaults(int at) {
        try {
            var secrets = place.resolve("secrets.properties");
            Files.createFile(secrets, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(secrets, "database.application=" + environment("YAKUBA_DB_PASSWORD") + "\n");
            return AuditChain.faults(root, place, at);
        } catch (IOException refused) {
            throw new CannotOpen(place + " cannot be written: " + refused.getMessage() + ".", refused);
        }
    }

    private static String environment(String name) {
        var value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new CannotOpen(name + " is not set.");
        }
        return value;
    }
}

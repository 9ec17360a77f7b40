package jp.yakuba.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import jp.yakuba.server.Folders;

/** A cluster of its own for one class of trials, made anew, and the table of what they found ({@code target/trials.txt}). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Trials {
    static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Path ROOT = Path.of(System.getProperty("yakuba.root", ".")).toAbsolutePath().normalize();

    LocalCluster cluster;

    /** A folder for the class alone. */
    Path home() {
        return ROOT.resolve("config/cluster/target/trials").resolve(getClass().getSimpleName());
    }

    Network network() {
        return Network.loopback(61);
    }

    /** What must be there before the cluster starts. */
    void prepare() throws IOException {
        // nothing, for most
    }

    @BeforeAll
    void start() throws IOException {
        cluster = new LocalCluster(ROOT, home(), network(), line -> { });
        cluster.stop();
        Folders.delete(home());
        Files.createDirectories(home());
        prepare();
        cluster = new LocalCluster(ROOT, home(), network(), line -> { });
        open();
    }

    /** Starts what the trials need of the cluster: most ask the databases alone. */
    void open() throws IOException {
        cluster.startWithoutApplication();
    }

    @AfterAll
    void stop() throws IOException {
        cluster.stop();
    }

    CommitLoad load(int clients) throws java.sql.SQLException {
        cluster.databases().awaitPair(PATIENCE);
        return CommitLoad.begin(cluster.databases().owner(), cluster.databases().application(), clients).awaitProgress(Duration.ofSeconds(20));
    }

    static Path root() {
        return ROOT;
    }

    /** Writes one row of the table. */
    static void found(String trial, Object outcome) {
        var line = "%-64s %s%n".formatted(trial, outcome);
        System.out.print(line);
        try {
            Files.writeString(ROOT.resolve("config/cluster/target/trials.txt"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Time since {@code begun}, in seconds. */
    static String since(long begun) {
        return "%.1f s".formatted((System.nanoTime() - begun) / 1e9);
    }
}

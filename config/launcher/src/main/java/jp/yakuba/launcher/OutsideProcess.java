package jp.yakuba.launcher;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.yakuba.server.RecordedProcess;

/** The core systems outside of the office, as one separate process that shares nothing with it but the broker. */
public final class OutsideProcess {
    private static final String PROGRAM = "jp.yakuba.outside.OutsideSystems";

    private final Path home;
    private final RecordedProcess process;

    OutsideProcess(Path home) {
        this.home = home;
        this.process = new RecordedProcess(home.resolve("run/outside.pid"), "-Dyakuba.outside.home=" + state());
    }

    /** Where the outside systems keep their own state. */
    public Path state() {
        return home.resolve("outside");
    }

    void start(Map<String, String> broker) {
        process.start(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx96m", "-XX:+UseSerialGC",
                "-Dyakuba.outside.home=" + state(), "-cp", classPath(), PROGRAM, state().toString()),
                broker, home.resolve("logs/outside.log"));
    }

    /** The process, for a journey that stops or kills the outside world. */
    public RecordedProcess process() {
        return process;
    }

    /** Starts the outside systems again after they were stopped or killed. */
    public void restart(Map<String, String> broker) {
        stop();
        start(broker);
    }

    /** Stops the outside systems; what they have not answered stays in their state and in the queues. */
    public void stop() {
        process.stop(Duration.ofSeconds(15));
    }

    /** Everything this program itself runs with, also when Maven runs it inside of its own process. */
    private static String classPath() {
        if (OutsideProcess.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs()).map(OutsideProcess::file).collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    private static String file(URL url) {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

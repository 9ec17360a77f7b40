package jp.yakuba.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The program behind {@code mvn -Prun} in a process of its own, so that it can be killed like any other. */
final class Launcher {
    private static final String PROGRAM = "jp.yakuba.launcher.OpenOffice";
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final Process process;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private volatile boolean opened;
    private final Thread listener;

    private Launcher(Process process) {
        this.process = process;
        this.listener = new Thread(this::listen, "launcher-listener");
        listener.setDaemon(true);
        listener.start();
    }

    /** Starts it with the options, each {@code -Dyakuba.…}. */
    static Launcher start(Path root, List<String> options) {
        var words = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        words.addAll(options);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), PROGRAM, root.toString()));
        try {
            return new Launcher(new ProcessBuilder(words).redirectErrorStream(true).start());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.startsWith("Yakuba is ready")) {
                    opened = true;
                    ready.countDown();
                }
            }
        } catch (IOException killed) {
            said.add("(" + killed.getMessage() + ")");
        } finally {
            ready.countDown();
        }
    }

    /** Waits for the last line of a start. */
    Launcher awaitReady() {
        try {
            if (!ready.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) || !opened) {
                throw new AssertionError("The office did not open: " + lastSaid());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        return this;
    }

    /** Waits until it says so while it opens. */
    Launcher awaitSaid(String words) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (said.stream().noneMatch(line -> line.contains(words))) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("The launcher did not say " + words + ": " + said);
            }
            awaitEnd(Duration.ofMillis(100));
        }
        return this;
    }

    /** Waits until it has ended because something is in its way; the one sentence by which it says what. */
    String refusal() {
        assertThat(awaitEnd(Duration.ofMinutes(3))).as("exit code: " + said).isEqualTo(1);
        var sentences = said.stream().filter(line -> !line.startsWith("  ") && !line.isBlank()).toList();
        assertThat(sentences).as("one sentence and no more").hasSize(1);
        assertThat(sentences.get(0)).endsWith(".");
        return sentences.get(0);
    }

    /** What whoever reads of a failure must know. */
    private List<String> lastSaid() {
        return said.subList(Math.max(0, said.size() - 4), said.size());
    }

    /** Everything it said so far. */
    List<String> said() {
        return said;
    }

    /** Kills it as kill -9 does. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(20));
    }

    /** Asks it to close, as Ctrl-C does; its exit code. By its handle, because Process.destroy would stop listening to it. */
    int close() {
        process.toHandle().destroy();
        return awaitEnd(Duration.ofMinutes(2));
    }

    /** Waits for its end; its exit code, or -1 while it lives. */
    int awaitEnd(Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return -1;
            }
            listener.join(Duration.ofSeconds(5).toMillis());
            return process.exitValue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Kills -9 the process whose number stands in the file. */
    static void killRecorded(Path pidFile) {
        try {
            var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
            var victim = ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException("Nobody runs under " + pidFile));
            victim.destroyForcibly();
            victim.onExit().get(20, TimeUnit.SECONDS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException lives) {
            throw new IllegalStateException("It does not die: " + pidFile, lives);
        }
    }
}

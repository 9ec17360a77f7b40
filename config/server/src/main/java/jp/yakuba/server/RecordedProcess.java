package jp.yakuba.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process of the office that lives on its own, known by a file with its number. Started in a session of its own, so that
 * Ctrl-C at the keyboard reaches it only through us, and never ended by number alone: its command line must still carry the
 * mark with which it was started, for numbers are given out again.
 */
public final class RecordedProcess {
    /** A machine with much to do needs its time to take a large process down; until then its ports and files are in use. */
    private static final Duration TO_DIE = Duration.ofSeconds(60);

    private final Path pidFile;
    private final String mark;

    /**
     * The process recorded in {@code pidFile}.
     *
     * @param mark a piece of its command line that no other process has, such as the home of this office
     */
    public RecordedProcess(Path pidFile, String mark) {
        this.pidFile = pidFile;
        this.mark = mark;
    }

    /** Starts the command in a session of its own, with its words going to {@code log}, and records it. */
    public void start(List<String> command, Map<String, String> environment, Path log) {
        var words = new ArrayList<String>();
        words.add("setsid");
        words.addAll(command);
        try {
            Files.createDirectories(pidFile.getParent());
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(words).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()))
                    .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.environment().putAll(environment);
            var process = builder.start();
            Files.writeString(pidFile, Long.toString(process.pid()));
            awaitExchange(process);
        } catch (IOException refused) {
            throw new CannotOpen("The program " + command.get(0) + " cannot be started: " + refused.getMessage() + ".", refused);
        }
    }

    /** A new process carries its starter's command line for a moment; only afterwards can it be told from a stranger. */
    private void awaitExchange(Process process) {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (process.isAlive() && !isOurs(process.toHandle()) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    /** The running process, if it still is the one that was recorded. */
    public Optional<ProcessHandle> find() {
        return recorded().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).filter(this::isOurs);
    }

    /** True while the recorded process runs. */
    public boolean isRunning() {
        return find().isPresent();
    }

    /** Asks the process to end and waits; one that does not listen is ended the hard way. True if it went by itself. */
    public boolean stop(Duration patience) {
        var running = find();
        if (running.isEmpty()) {
            forget();
            return true;
        }
        running.get().destroy();
        var gone = waitFor(running.get(), patience);
        if (!gone) {
            running.get().destroyForcibly();
            waitFor(running.get(), TO_DIE);
        }
        forget();
        return gone;
    }

    /** Ends the process at once, as kill -9 does, and leaves its record behind as a crash would. */
    public void kill() {
        find().ifPresent(process -> {
            process.destroyForcibly();
            waitFor(process, TO_DIE);
        });
    }

    private static boolean waitFor(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException tooSlow) {
            return !process.isAlive();
        }
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private Optional<Long> recorded() {
        try {
            return Files.exists(pidFile)
                    ? Optional.of(Long.parseLong(Files.readString(pidFile).trim().split("\\s+")[0]))
                    : Optional.empty();
        } catch (IOException | NumberFormatException broken) {
            return Optional.empty();
        }
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            var line = new String(Files.readAllBytes(Path.of("/proc/" + process.pid() + "/cmdline")), StandardCharsets.UTF_8);
            return line.contains(mark);
        } catch (IOException gone) {
            return false;
        }
    }
}

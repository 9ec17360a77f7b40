package jp.yakuba.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import jp.yakuba.server.CannotOpen;

/**
 * The program behind {@code mvn -Pbench}: opens one office for each size of town, side by side, and lets every task take its
 * turn in each of them for some rounds. It prints medians, spread and ratios; it judges nothing.
 */
public final class Measure {
    private static final Duration WARMING_TURN = Duration.ofSeconds(2);
    /** A submission runs far more code far less often, and is compiled as late. */
    private static final Duration WARMING_SUBMISSIONS = Duration.ofSeconds(10);

    private final MeasureSettings settings;
    private final List<Measurement> measurements = new ArrayList<>();
    private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();

    private Measure(MeasureSettings settings) {
        this.settings = settings;
    }

    /**
     * Measures and prints.
     *
     * @param arguments the folder of the project
     */
    public static void main(String[] arguments) throws Exception {
        try {
            System.out.println(run(MeasureSettings.from(Path.of(arguments.length > 0 ? arguments[0] : "."), System.getProperties())));
        } catch (CannotOpen reason) {
            System.err.println(reason.getMessage());
            System.exit(1);
        }
    }

    /** Measures, and returns the report, which also lies in the home of the measurement. */
    static String run(MeasureSettings settings) throws Exception {
        System.setProperty("http.maxConnections", String.valueOf(4 * settings.clients()));
        var report = new Measure(settings).measure();
        Files.writeString(settings.home().resolve("report.md"), report);
        return report;
    }

    private String measure() throws Exception {
        var interrupted = new Thread(this::close, "close-the-offices");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            for (int at = 0; at < settings.towns().size(); at++) {
                var town = MeasuredTown.open(settings, settings.towns().get(at), settings.offset() + at * MeasureSettings.STEP);
                open.push(town);
                var tasks = new TownTasks(town, settings);
                open.push(tasks);
                measurements.add(new Measurement(town, tasks.all(), tasks.rows()));
            }
            warmUp();
            for (var measurement : measurements) {
                measurement.lookIdle();
            }
            for (int round = 1; round <= settings.rounds(); round++) {
                System.out.println("Round " + round + " of " + settings.rounds());
                takeTurns(task -> settings.length(), true);
            }
            return new Report(settings, measurements).text();
        } finally {
            close();
            forget(interrupted);
        }
    }

    private void warmUp() throws Exception {
        var end = System.nanoTime() + settings.warmUp().multipliedBy(measurements.size()).toNanos();
        System.out.println("Warming up for " + settings.warmUp().toSeconds() + " seconds an office");
        while (System.nanoTime() < end) {
            takeTurns(task -> task.name().equals(Task.SUBMISSION) ? WARMING_SUBMISSIONS : WARMING_TURN, false);
        }
    }

    private void takeTurns(Function<Task, Duration> length, boolean counts) throws Exception {
        for (int at = 0; at < measurements.get(0).tasks().size(); at++) {
            for (var measurement : measurements) {
                var task = measurement.tasks().get(at);
                measurement.turn(task, settings, length.apply(task), counts);
            }
        }
    }

    /** Closes what is open, last opened first; at the end, or when somebody presses Ctrl-C. */
    private void close() {
        for (var each = open.poll(); each != null; each = open.poll()) {
            try {
                each.close();
            } catch (Exception stays) {
                System.err.println("Not closed: " + stays);
            }
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException closing) {
            System.err.println("Stopped before the end");
        }
    }

    /** The number of processors and the kind of machine, in words. */
    static String machine() {
        var processors = Runtime.getRuntime().availableProcessors();
        try {
            var model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream().filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst().orElse("unknown processor");
            return processors + " cores (" + model + ")";
        } catch (IOException notLinux) {
            return processors + " cores";
        }
    }
}

package jp.yakuba.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * CPU time that a process and its children used, from {@code /proc}.
 *
 * <p>The kernel counts in ticks of a hundredth of a second; a child that ended is counted in its parent once it was
 * waited for, so that short-lived database processes are not lost.
 */
final class ProcessTime {
    private static final double TICKS_PER_SECOND = 100.0;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int PARENT = 1;
    private static final int USER_TIME = 11;
    private static final int CHILD_SYSTEM_TIME = 14;

    private ProcessTime() {}

    /** CPU milliseconds used so far by the process tree under {@code root}, living and waited for. */
    static double millisOfTree(long root) {
        var stats = readAll();
        var children = stats.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getValue()[0],
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        Set<Long> seen = new HashSet<>();
        var open = new ArrayDeque<>(List.of(root));
        double ticks = 0;
        while (!open.isEmpty()) {
            long pid = open.poll();
            if (seen.add(pid) && stats.containsKey(pid)) {
                ticks += stats.get(pid)[1];
                open.addAll(children.getOrDefault(pid, List.of()));
            }
        }
        return ticks * 1000 / TICKS_PER_SECOND;
    }

    /** CPU milliseconds used so far by this very process, without its children. */
    static double ownMillis() {
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return process.getProcessCpuTime() / NANOS_PER_MILLI;
    }

    /** CPU milliseconds that the living compiler threads of a Java process have used so far. */
    static double millisOfCompilers(long pid) {
        try (var threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            return threads.mapToDouble(ProcessTime::millisIfCompiler).sum();
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }

    private static double millisIfCompiler(Path thread) {
        try {
            var name = Files.readString(thread.resolve("comm"));
            return name.startsWith("C1 Comp") || name.startsWith("C2 Comp") ? ticksOf(thread)[1] * 1000.0 / TICKS_PER_SECOND : 0;
        } catch (IOException ended) {
            return 0;
        }
    }

    private static Map<Long, long[]> readAll() {
        try (var entries = Files.list(Path.of("/proc"))) {
            var stats = new HashMap<Long, long[]>();
            entries.filter(entry -> entry.getFileName().toString().matches("\\d+"))
                    .forEach(entry -> readOne(entry, stats));
            return stats;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void readOne(Path entry, Map<Long, long[]> stats) {
        try {
            stats.put(Long.parseLong(entry.getFileName().toString()), ticksOf(entry));
        } catch (IOException ended) {
            stats.remove(Long.parseLong(entry.getFileName().toString()));
        }
    }

    /** The parent, and the ticks used so far. */
    private static long[] ticksOf(Path entry) throws IOException {
        var text = Files.readString(entry.resolve("stat"));
        var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int i = USER_TIME; i <= CHILD_SYSTEM_TIME; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return new long[] {Long.parseLong(fields[PARENT]), ticks};
    }
}

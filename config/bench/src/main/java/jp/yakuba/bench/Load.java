package jp.yakuba.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A closed loop of clients that do one work for a while, with the office's CPU and statements taken around it. */
final class Load {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double P95 = 0.95;

    private final Office office;
    private final int clients;
    private final Duration length;
    private final Measurement.Idle idle;

    /**
     * A loop to be run.
     *
     * @param idle what the office uses when nobody asks for anything: its statements are not laid to the works, and neither is
     *     its CPU while only what was caused is waited for
     */
    Load(Office office, int clients, Duration length, Measurement.Idle idle) {
        this.office = office;
        this.clients = clients;
        this.length = length;
        this.idle = idle;
    }

    /** Runs one turn; every client gets a work of its own. */
    Round run(Task task) throws Exception {
        List<Work> works = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            works.add(task.ofClient().make(client));
        }
        double idleCpu = task.isInProcess() ? 0 : idle.serverCpu();
        long waiting = office.waiting();
        double server = task.cpu(office);
        double compilers = task.compilerCpu(office);
        double database = office.databaseCpu();
        long statements = office.statements();
        long started = System.nanoTime();
        var failures = new AtomicLong();
        var latencies = latencies(works, failures);
        double seconds = (System.nanoTime() - started) / 1e9;
        office.rest(waiting);
        double rest = (System.nanoTime() - started) / 1e9 - seconds;
        int done = Math.max(1, latencies.size() * task.pieces());
        return new Round(
                latencies.size() * task.pieces() / seconds,
                at(latencies, 0.5),
                at(latencies, P95),
                Math.max(0, task.cpu(office) - server - idleCpu * rest) / done,
                Math.max(0, task.compilerCpu(office) - compilers) / done,
                Math.max(0, office.databaseCpu() - database - idle.databaseCpu() * rest) / done,
                Math.max(0, office.statements() - statements - idle.statements() * (seconds + rest)) / done,
                failures.get());
    }

    private List<Long> latencies(List<Work> works, AtomicLong failures) throws Exception {
        var pool = Executors.newFixedThreadPool(clients);
        try {
            var tasks = works.stream().<Callable<List<Long>>>map(work -> () -> loop(work, failures)).toList();
            List<Long> latencies = new ArrayList<>();
            for (var result : pool.invokeAll(tasks)) {
                latencies.addAll(result.get());
            }
            latencies.sort(Long::compare);
            return latencies;
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Long> loop(Work work, AtomicLong failures) {
        List<Long> latencies = new ArrayList<>();
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            try {
                work.doOnce();
                latencies.add(System.nanoTime() - start);
            } catch (Exception wrongAnswer) {
                if (failures.incrementAndGet() == 1) {
                    System.err.println("first failure: " + wrongAnswer);
                }
            }
        }
        return latencies;
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) (share * (sorted.size() - 1))) / NANOS_PER_MILLI;
    }
}

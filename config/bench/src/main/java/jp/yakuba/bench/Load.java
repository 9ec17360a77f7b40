package jp.yakuba.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A closed loop of clients that do one work for a while, with the office's CPU and statements taken around it. */
final class Load {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double P95 = 0.95;

    private final Office office;
    private final int clients;
    private final Duration length;

    Load(Office office, int clients, Duration length) {
        this.office = office;
        this.clients = clients;
        this.length = length;
    }

    /** Runs one round; every client gets a work of its own from the supplier. */
    Round run(Supplier<Work> works) throws InterruptedException, ExecutionException {
        var failures = new AtomicLong();
        var pool = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<List<Long>>> tasks = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                var work = works.get();
                tasks.add(() -> loop(work, failures));
            }
            double server = office.serverCpu();
            double database = office.databaseCpu();
            long statements = office.statements();
            long started = System.nanoTime();
            List<Long> latencies = new ArrayList<>();
            for (var result : pool.invokeAll(tasks)) {
                latencies.addAll(result.get());
            }
            double seconds = (System.nanoTime() - started) / 1e9;
            latencies.sort(Long::compare);
            int done = Math.max(1, latencies.size());
            return new Round(
                    latencies.size() / seconds,
                    at(latencies, 0.5),
                    at(latencies, P95),
                    (office.serverCpu() - server) / done,
                    (office.databaseCpu() - database) / done,
                    (double) (office.statements() - statements) / done,
                    failures.get());
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

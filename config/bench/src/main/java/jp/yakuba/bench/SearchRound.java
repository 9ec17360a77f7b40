package jp.yakuba.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.DoubleSupplier;

/**
 * What one turn of one way to search gave.
 *
 * @param perSecond searches a second
 * @param p50 median latency in milliseconds
 * @param p95 95th percentile of the latency in milliseconds
 * @param cpu CPU milliseconds of the searching processes for each search
 */
record SearchRound(double perSecond, double p50, double p95, double cpu) {
    private static final double NANOS_PER_MILLI = 1e6;

    /** Looks for one thing; each client has its own. */
    @FunctionalInterface
    interface Searcher {
        /** Numbers of what was found, latest first. */
        List<Integer> find(Wanted wanted) throws Exception;
    }

    private record Client(List<Long> latencies, long ownNanos) {}

    /**
     * Lets every client ask one after the other for a while.
     *
     * @param processes CPU milliseconds used so far by the processes that search
     * @param counted true if what the client does itself is part of the search
     */
    static SearchRound run(List<Searcher> clients, List<Wanted> wanted, MeasureSettings settings, DoubleSupplier processes, boolean counted)
            throws Exception {
        double before = processes.getAsDouble();
        long begun = System.nanoTime();
        var all = new ArrayList<Long>();
        long own = 0;
        var pool = Executors.newFixedThreadPool(clients.size());
        try {
            var turns = new ArrayList<Callable<Client>>();
            for (int at = 0; at < clients.size(); at++) {
                int first = at * wanted.size() / clients.size();
                var client = clients.get(at);
                turns.add(() -> turn(client, wanted, first, settings.length().toNanos()));
            }
            for (var each : pool.invokeAll(turns)) {
                all.addAll(each.get().latencies());
                own += each.get().ownNanos();
            }
        } finally {
            pool.shutdownNow();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Collections.sort(all);
        double cpu = processes.getAsDouble() - before + (counted ? own / NANOS_PER_MILLI : 0);
        return new SearchRound(all.size() / seconds, at(all, 0.5), at(all, 0.95), cpu / all.size());
    }

    private static Client turn(Searcher client, List<Wanted> wanted, int first, long nanos) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        long own = threads.getCurrentThreadCpuTime();
        long end = System.nanoTime() + nanos;
        var latencies = new ArrayList<Long>();
        for (int at = first; System.nanoTime() < end; at++) {
            long start = System.nanoTime();
            client.find(wanted.get(at % wanted.size()));
            latencies.add(System.nanoTime() - start);
        }
        return new Client(latencies, threads.getCurrentThreadCpuTime() - own);
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) (share * (sorted.size() - 1))) / NANOS_PER_MILLI;
    }
}

package jp.yakuba.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.function.ToDoubleFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The program that measures the exchange of documents: every way to hand one over takes its turn with a small payload and with a large
 * one, in one run, one after the other. It prints medians, spread and ratios; it judges nothing.
 */
public final class MeasureExchange {
    private static final int SMALL = 10_240;
    private static final int MEGABYTE = 1 << 20;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/";
    private static final int ALONE = 60;
    private static final Duration LONGEST_STAMPING = Duration.ofMinutes(20);
    private static final long MILLIS_BETWEEN_LOOKS = 200;
    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;
    /** Writes a warning for every signature that it makes; held, or it would be forgotten. */
    private static final Logger CHATTER = Logger.getLogger("org.apache.jcp.xml.dsig");

    private final MeasureSettings settings;
    private final int megabytes;
    private final boolean towns;
    private final Path folder;
    private final Map<ExchangeWork, List<Turn>> small = new LinkedHashMap<>();
    private final Map<ExchangeWork, List<Turn>> large = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    /** What one turn gave: how much a second (messages, or MB), and CPU for one of them. */
    private record Turn(double rate, double cpuMillis, int megabytes) {}

    private MeasureExchange(MeasureSettings settings, int megabytes, boolean towns) throws IOException {
        this.settings = settings;
        this.megabytes = megabytes;
        this.towns = towns;
        this.folder = Files.createDirectories(settings.home().resolve("exchange"));
    }

    /**
     * Measures and prints.
     *
     * @param arguments the folder of the project
     */
    public static void main(String[] arguments) throws Exception {
        var given = new Properties();
        given.putAll(System.getProperties());
        given.putIfAbsent("yakuba.bench.warmup", "160");
        var settings = MeasureSettings.from(Path.of(arguments.length > 0 ? arguments[0] : "."), given);
        System.out.println(run(settings, Integer.parseInt(given.getProperty("yakuba.bench.megabytes", "1024")),
                !"false".equals(given.getProperty("yakuba.bench.towns"))));
    }

    /**
     * Measures, and returns the report, which also lies in the home of the measurement.
     *
     * @param megabytes size of the large payload
     * @param towns true if two towns open and take their turn too
     */
    static String run(MeasureSettings settings, int megabytes, boolean towns) throws Exception {
        CHATTER.setLevel(Level.SEVERE);
        var report = new MeasureExchange(settings, megabytes, towns).measure();
        Files.writeString(settings.home().resolve("exchange.md"), report);
        return report;
    }

    private String measure() throws Exception {
        var keys = new BenchKeys();
        var light = payload("small.txt", SMALL);
        try (var tls = TlsCopy.open(keys, folder.resolve("tls")); var dss = DssPeer.open(keys, folder.resolve("dss"));
                var phase4 = Phase4Peer.open(keys, folder.resolve("phase4"))) {
            if (!towns) {
                takeTurns(List.of(tls, dss, phase4), light);
                report();
                return text.toString();
            }
            try (var letters = TownLetters.open(settings)) {
                takeTurns(List.of(tls, dss, phase4, letters), light);
                report();
                whileStampsAreRenewed(letters, light);
                return text.toString();
            }
        } finally {
            Files.deleteIfExists(light);
        }
    }

    /** Letters one after the other while nothing waits for a time stamp, and while all that was exchanged gets a new one. */
    private void whileStampsAreRenewed(TownLetters letters, Path light) throws Exception {
        awaitStamps(letters, waiting -> waiting == 0);
        var quiet = letters.alone(light, ALONE);
        awaitStamps(letters, waiting -> waiting == 0);
        letters.renewAll();
        long before = letters.waitingForStamps();
        awaitStamps(letters, waiting -> waiting < before);
        var since = System.nanoTime();
        long first = letters.waitingForStamps();
        var renewing = letters.alone(light, ALONE);
        double seconds = (System.nanoTime() - since) / NANOS;
        long last = letters.waitingForStamps();
        line("%n| One letter of 10 kB, order to receipt, ms | median | 95 of 100 | longest |");
        line("|---|---|---|---|");
        line("| nothing to stamp | %s |", spread(quiet));
        line("| signatures renewed in the background (%d waited before, %d after %.0f s) | %s |", first, last, seconds, spread(renewing));
    }

    private static void awaitStamps(TownLetters letters, LongPredicate enough) throws Exception {
        var end = System.nanoTime() + LONGEST_STAMPING.toNanos();
        while (!enough.test(letters.waitingForStamps())) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Time stamps do not come to an end");
            }
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
    }

    private static String spread(double[] taken) {
        var sorted = taken.clone();
        Arrays.sort(sorted);
        return String.format(Locale.ROOT, "%.0f | %.0f | %.0f", sorted[sorted.length / 2], sorted[sorted.length * 95 / 100], sorted[sorted.length - 1]);
    }

    private void takeTurns(List<ExchangeWork> works, Path light) throws Exception {
        warmUp(works, light);
        for (int round = 1; round <= settings.rounds(); round++) {
            for (var work : works) {
                take(small, work, many(work, light));
                take(large, work, one(work));
            }
        }
    }

    private void warmUp(List<ExchangeWork> works, Path light) throws Exception {
        System.out.println("Warming up for " + settings.warmUp().toSeconds() + " seconds");
        for (var work : works) {
            var end = System.nanoTime() + settings.warmUp().toNanos() / works.size();
            do {
                work.once(light);
            } while (System.nanoTime() < end);
        }
    }

    private void take(Map<ExchangeWork, List<Turn>> kept, ExchangeWork work, Turn turn) {
        kept.computeIfAbsent(work, first -> new ArrayList<>()).add(turn);
        System.out.printf(Locale.ROOT, "  %s: %s %.1f/s, %.1f CPU-ms%n", work.name(), kept == small ? "messages" : turn.megabytes() + " MB, MB", turn.rate(),
                turn.cpuMillis());
    }

    /** As many small ones as fit into a turn. */
    private Turn many(ExchangeWork work, Path light) throws Exception {
        int done = 0;
        double cpu = 0;
        long spent = 0;
        do {
            var handing = work.ready(light, work.together());
            double before = work.cpuMillis();
            long since = System.nanoTime();
            handing.go();
            spent += System.nanoTime() - since;
            cpu += work.cpuMillis() - before;
            done += work.together();
        } while (spent < settings.length().toNanos());
        return new Turn(done * NANOS / spent, cpu / done, 0);
    }

    /** The large one; whoever cannot carry it gets half of it, and so on. */
    private Turn one(ExchangeWork work) throws IOException {
        for (int size = carried(work); size > 0; size /= 2) {
            var heavy = payload("large.txt", (long) size * MEGABYTE);
            try {
                var handing = work.ready(heavy, 1);
                double cpu = work.cpuMillis();
                long since = System.nanoTime();
                handing.go();
                return new Turn(size * NANOS / (System.nanoTime() - since), (work.cpuMillis() - cpu) / size, size);
            } catch (Exception | OutOfMemoryError tooLarge) {
                System.out.println("  " + work.name() + ": does not carry " + size + " MB (" + tooLarge + ")");
            } finally {
                Files.deleteIfExists(heavy);
            }
        }
        throw new IllegalStateException(work.name() + " carries not even one MB");
    }

    /** What it carried the last time. */
    private int carried(ExchangeWork work) {
        var before = large.get(work);
        return before == null ? megabytes : before.get(0).megabytes();
    }

    private Path payload(String name, long bytes) throws IOException {
        var file = folder.resolve(name);
        var block = new byte[(int) Math.min(bytes, MEGABYTE)];
        var chance = new Random(bytes);
        for (int place = 0; place < block.length; place++) {
            block[place] = (byte) LETTERS.charAt(chance.nextInt(LETTERS.length())); // text: an office takes no file of a kind that nobody can open
        }
        try (var out = Files.newOutputStream(file)) {
            for (long left = bytes; left > 0; left -= block.length) {
                out.write(block);
            }
        }
        return file;
    }

    private void report() {
        line("Measured on %s, %s; one after the other, %d rounds, %d seconds a turn of small ones, medians (least–most). CPU is that of both ends,"
                + " without Java's compilers; of the towns that of both servers and databases. References hand over one after the other, towns a hundred at once.", LocalDate.now(), Measure.machine(), settings.rounds(), settings.length().toSeconds());
        line("%n| Work | 10 kB: a second | CPU-ms each | large: MB | MB a second | CPU-s for 1 GB |");
        line("|---|---|---|---|---|---|");
        small.forEach((work, turns) -> line("| %s | **%.1f** (%.1f–%.1f) | %.1f | %d | **%.1f** (%.1f–%.1f) | %.1f |", work.name(),
                median(turns, Turn::rate), least(turns), most(turns), median(turns, Turn::cpuMillis), large.get(work).get(0).megabytes(),
                median(large.get(work), Turn::rate), least(large.get(work)), most(large.get(work)),
                median(large.get(work), Turn::cpuMillis) * 1024 / MILLIS));
        ratios();
    }

    private void ratios() {
        line("%n| Rate of | to | 10 kB | large |");
        line("|---|---|---|---|");
        for (var work : small.keySet()) {
            small.keySet().stream().filter(other -> other != work).forEach(other -> line("| %s | %s | × %.2f | × %.2f |", work.name(), other.name(),
                    median(small.get(work), Turn::rate) / median(small.get(other), Turn::rate),
                    median(large.get(work), Turn::rate) / median(large.get(other), Turn::rate)));
        }
    }

    private static double median(List<Turn> turns, ToDoubleFunction<Turn> figure) {
        return turns.stream().mapToDouble(figure).sorted().toArray()[turns.size() / 2];
    }

    private static double least(List<Turn> turns) {
        return turns.stream().mapToDouble(Turn::rate).min().orElseThrow();
    }

    private static double most(List<Turn> turns) {
        return turns.stream().mapToDouble(Turn::rate).max().orElseThrow();
    }

    private void line(String words, Object... values) {
        text.append(String.format(Locale.ROOT, words, values)).append('\n');
    }
}

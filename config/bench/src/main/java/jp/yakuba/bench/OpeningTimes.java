package jp.yakuba.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * How long an office took to open: the first time with the loading of its residents, and later. The first time is kept in
 * the home, for it happens once.
 */
final class OpeningTimes {
    private static final double MEGABYTE = 1024.0 * 1024;
    private static final String FILE = "opening.properties";

    private final Path file;
    private final Properties kept = new Properties();
    private long begun;
    private long loadBegun;

    OpeningTimes(Path home) {
        file = home.resolve(FILE);
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                kept.load(in);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** True if the first opening was seen before. */
    boolean hasOpened() {
        return kept.containsKey("first");
    }

    /** The opening begins. */
    void begin() {
        begun = System.nanoTime();
        loadBegun = 0;
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    /** Hears what the opening says of itself; from that the loading is known. */
    void hear(String line) {
        if (line.startsWith("Loading ")) {
            loadBegun = System.nanoTime();
        }
        if (line.startsWith("Making keys") && loadBegun > 0) {
            put("load", seconds(loadBegun));
            put("load.heap.mb", peakHeap());
        }
    }

    /** The office is open. */
    void end() {
        put(hasOpened() ? "later" : "first", seconds(begun));
        try (var out = Files.newBufferedWriter(file)) {
            kept.store(out, "Seconds to open this office");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** A kept figure, or a dash. */
    String get(String name) {
        return kept.getProperty(name, "—");
    }

    private void put(String name, double value) {
        kept.setProperty(name, "%.0f".formatted(value));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static double peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MEGABYTE;
    }
}

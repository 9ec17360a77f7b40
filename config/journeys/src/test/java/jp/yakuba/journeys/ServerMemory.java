package jp.yakuba.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Memory that an office's server holds.
 *
 * @param now megabytes at the moment
 * @param highest megabytes at most since it began
 */
record ServerMemory(long now, long highest) {
    private static final int KILO = 1024;

    /** As the kernel counts it. */
    static ServerMemory of(OpenOffice office) {
        var pid = office.running().server().process().find().orElseThrow().pid();
        return new ServerMemory(line(pid, "VmRSS"), line(pid, "VmHWM"));
    }

    private static long line(long pid, String name) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith(name + ":")).map(line -> line.replaceAll("\\D", "")).mapToLong(Long::parseLong).findFirst().orElse(0)
                    / KILO;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}

package jp.yakuba.launcher;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.yakuba.server.CannotOpen;

/** What the machine must offer before an office opens on it; each lack is one sentence. */
final class Machine {
    private static final int JDK = 17;
    private static final long NEEDED_DISK_MB = 1500;
    private static final long MEGABYTE = 1024L * 1024;

    private Machine() {}

    /** Refuses in one sentence what cannot be: so many offices, of which one has its home there. */
    static void mustCarry(Path home, MemoryNeed need, int offices) {
        mustRunOn(Runtime.version().feature());
        mustHaveMemory(availableMemory(), need.total(), offices);
        try {
            Files.createDirectories(home);
            mustHaveRoom(home, Files.getFileStore(home).getUsableSpace() / MEGABYTE, offices);
            if (!Files.isWritable(home)) {
                throw new CannotOpen("The folder " + home + " cannot be written; choose another with -Dyakuba.home=<folder>.");
            }
        } catch (IOException refused) {
            throw new CannotOpen("The folder " + home + " cannot be made (" + refused.getMessage()
                    + "); choose another with -Dyakuba.home=<folder>.", refused);
        }
    }

    static void mustRunOn(int jdk) {
        if (jdk != JDK) {
            throw new CannotOpen("Yakuba runs on JDK 17, and this is JDK " + jdk + "; set JAVA_HOME to a JDK 17.");
        }
    }

    static void mustHaveMemory(long free, long each, int offices) {
        if (free < each * offices) {
            throw new CannotOpen("Too little memory: " + free + " MB are available and " + each * offices + " MB are needed"
                    + (offices == 1 ? "; close other programs."
                            : ", " + each + " MB for each of " + offices + " towns; close other programs, or open one town,"
                                    + " without -Dyakuba.towns."));
        }
    }

    static void mustHaveRoom(Path home, long room, int offices) {
        var needed = NEEDED_DISK_MB * offices;
        if (room < needed) {
            throw new CannotOpen("Too little room on the disk: " + room + " MB are free at " + home + " and " + needed
                    + " MB are needed; make room or choose another place with -Dyakuba.home=<folder>.");
        }
    }

    /** What the machine has left, and no more than a container allows in all. */
    private static long availableMemory() {
        var allowed = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / MEGABYTE;
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
                    .map(left -> Math.min(left, allowed)).findFirst().orElse(allowed);
        } catch (IOException notLinux) {
            return allowed;
        }
    }
}

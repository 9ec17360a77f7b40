package jp.yakuba.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.yakuba.server.CannotOpen;

/** What the machine must offer before an office opens on it; each lack is one sentence. */
final class Machine {
    private static final int JDK = 17;
    private static final long NEEDED_MEMORY_MB = 1600;
    private static final long NEEDED_DISK_MB = 1500;

    private Machine() {}

    static void mustCarry(Path home) {
        mustRunOn(Runtime.version().feature());
        mustHaveMemory(availableMemory());
        try {
            Files.createDirectories(home);
            mustHaveRoom(home, Files.getFileStore(home).getUsableSpace() / (1024 * 1024));
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

    static void mustHaveMemory(long free) {
        if (free < NEEDED_MEMORY_MB) {
            throw new CannotOpen("Too little memory: " + free + " MB are available and " + NEEDED_MEMORY_MB
                    + " MB are needed; close other programs.");
        }
    }

    static void mustHaveRoom(Path home, long room) {
        if (room < NEEDED_DISK_MB) {
            throw new CannotOpen("Too little room on the disk: " + room + " MB are free at " + home + " and " + NEEDED_DISK_MB
                    + " MB are needed; make room or choose another place with -Dyakuba.home=<folder>.");
        }
    }

    private static long availableMemory() {
        try (var lines = Files.lines(Path.of("/proc/meminfo"))) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D+", "")) / 1024)
                    .findFirst().orElse(Long.MAX_VALUE);
        } catch (IOException notLinux) {
            return Long.MAX_VALUE;
        }
    }
}

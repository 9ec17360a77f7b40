package jp.yakuba.launcher;

import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import jp.yakuba.server.CannotOpen;

/**
 * How much memory an office will take (要る記憶), by what was chosen for its server and its database.
 *
 * @param server heap of the server, in MB
 * @param database shared buffers of PostgreSQL, in MB
 */
record MemoryNeed(long server, long database) {
    /** What the server needs beside its heap, and what the core systems outside and this program need. */
    private static final long BESIDES = 576;
    private static final long LEAST_HEAP = 512;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kmgt])b?");

    MemoryNeed {
        if (server < LEAST_HEAP) {
            throw new CannotOpen("-Dyakuba.memory is too little for the server; give " + LEAST_HEAP + "m or more.");
        }
    }

    /** Reads {@code -Dyakuba.memory}, written as Java wants it, and {@code -Dyakuba.database.memory}, written as PostgreSQL does. */
    static MemoryNeed from(Properties given) {
        return new MemoryNeed(megabytes(given, "yakuba.memory", "768m", "[0-9]+[kKmMgGtT]"),
                megabytes(given, "yakuba.database.memory", "256MB", "[0-9]+(kB|MB|GB|TB)"));
    }

    /** All of it, in MB. */
    long total() {
        return server + database + BESIDES;
    }

    private static long megabytes(Properties given, String name, String usual, String form) {
        var text = given.getProperty(name, usual);
        var size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (!text.matches(form) || !size.matches()) {
            throw new CannotOpen("-D" + name + "=" + text + " is not a size; give one such as " + usual + ".");
        }
        var number = Long.parseLong(size.group(1));
        return switch (size.group(2)) {
            case "k" -> number / 1024;
            case "m" -> number;
            case "g" -> number * 1024;
            default -> number * 1024 * 1024;
        };
    }
}

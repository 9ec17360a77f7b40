package jp.yakuba.outside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;

/**
 * The file that tells the systems how to behave: {@code control.properties} in their folder, read again before each request.
 *
 * <p>Lines such as {@code water.mode=slow} and {@code water.delay-seconds=20}; {@code all.mode} speaks to every system that
 * has no line of its own. No file, or a word that is not known, means normal.
 */
final class Moods {
    /** Name of the file. */
    static final String FILE = "control.properties";

    private final Path file;

    Moods(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /** How the system behaves now. */
    Mood of(String system) {
        var lines = lines();
        var mode = lines.getProperty(system + ".mode", lines.getProperty("all.mode", "normal"));
        var delay = lines.getProperty(system + ".delay-seconds", lines.getProperty("all.delay-seconds", "3"));
        try {
            return new Mood(Mood.Kind.valueOf(mode.strip().toUpperCase(Locale.ROOT)),
                    Duration.ofSeconds(Long.parseLong(delay.strip())));
        } catch (IllegalArgumentException unknownWord) {
            System.out.println(system + ": the control file says " + mode + " " + delay + ", which means nothing here");
            return Mood.NORMAL;
        }
    }

    private Properties lines() {
        var lines = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                lines.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                System.out.println("The control file cannot be read: " + unreadable.getMessage());
            }
        }
        return lines;
    }
}

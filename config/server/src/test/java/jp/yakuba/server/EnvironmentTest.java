package jp.yakuba.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("環境変数")
class EnvironmentTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern READ = Pattern.compile("(?:\\$\\{env\\.|\")(YAKUBA_[A-Z_]+)[,:}\"]");
    private static final Pattern SHORT = Pattern.compile("`(_[A-Z]+)`");
    private static final Pattern NAMED = Pattern.compile("`(YAKUBA_[A-Z_]+)`");

    @Test
    @DisplayName("運用の手引にある変数はすべて読まれ、読まれる変数はすべて手引にある")
    void everyVariableIsReadAndDocumented() throws IOException {
        var read = new TreeSet<String>();
        for (var place : List.of("config/wildfly", "ejb/src/main/java", "web/src/main/java", "jms-adapters/src/main/java", "config/town/src/main/java")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(place))) {
                files.filter(file -> file.toString().matches(".*\\.(java|cli)")).map(EnvironmentTest::text)
                        .forEach(text -> READ.matcher(text).results()
                                .forEach(found -> read.add(found.group(1))));
            }
        }

        assertThat(read).contains("YAKUBA_DB_HOST", "YAKUBA_SMTP_HOST").isEqualTo(documented());
    }

    /** The first column of the table; {@code `YAKUBA_DB_HOST`, `_PORT`} names two. */
    private static TreeSet<String> documented() throws IOException {
        var documented = new TreeSet<String>();
        for (var line : Files.readAllLines(ROOT.resolve("config/docs/operations.md"))) {
            if (line.startsWith("| `YAKUBA_")) {
                var cell = line.split("\\|")[1];
                NAMED.matcher(cell).results().forEach(found -> documented.add(found.group(1)));
                var stem = cell.trim().replaceAll("`(YAKUBA_[A-Z]+)_.*", "$1");
                SHORT.matcher(cell).results().forEach(found -> documented.add(stem + found.group(1)));
            }
        }
        return documented;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

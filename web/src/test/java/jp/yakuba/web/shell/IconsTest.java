package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("絵")
class IconsTest {
    private static final Path LIST = Path.of("src/main/assets/icons.txt");
    private static final Pattern IN_PAGES = Pattern.compile("<y:icon name=\"([a-z-]+)\"");
    private static final Pattern IN_GUIDES = Pattern.compile("\"icon\"\\s*:\\s*\"([a-z-]+)\"");

    @Test
    @DisplayName("画面と道案内が使う絵は、すべて集めてある")
    void everyIconThatIsShownIsInTheSprite() throws IOException {
        var known = Files.readAllLines(LIST).stream().filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+")[0]).collect(Collectors.toSet());
        assertThat(known).isNotEmpty();
        assertThat(known).containsAll(named(Path.of("src/main/webapp"), ".xhtml", IN_PAGES))
                .containsAll(named(Path.of("../config/town/src/main/resources/guides"), ".json", IN_GUIDES));
    }

    private static Set<String> named(Path folder, String ending, Pattern pattern) throws IOException {
        var names = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(ending)).forEach(file ->
                    pattern.matcher(read(file)).results().forEach(hit -> names.add(hit.group(1))));
        }
        assertThat(names).isNotEmpty();
        return names;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package jp.yakuba;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("町の定め")
class SettingsAreReadTest {
    private static final Path TOWNS = Path.of("..", "config", "town", "src", "main", "resources", "town");
    private static final List<Path> SOURCES = List.of(Path.of("src", "main", "java"), Path.of("..", "web", "src", "main", "java"));

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"016373", "132209"})
    @DisplayName("どの定めも、プログラムのどこかで読まれる")
    void everySettingIsReadSomewhere(String town) throws IOException {
        var code = new StringBuilder();
        for (var source : SOURCES) {
            try (var files = Files.walk(source)) {
                for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    code.append(Files.readString(file));
                }
            }
        }
        var keys = Files.readAllLines(TOWNS.resolve(town).resolve("settings.csv"), StandardCharsets.UTF_8).stream()
                .skip(1).map(line -> line.split(",")[0]).toList();

        assertThat(keys).isNotEmpty();
        assertThat(keys.stream().filter(key -> !isRead(key, code.toString())).toList()).isEmpty();
    }

    /** True if the key stands in the code whole, or its beginning up to a dot, to which the code adds the rest. */
    private static boolean isRead(String key, String code) {
        for (var dot = key.indexOf('.', key.indexOf('.') + 1); dot > 0; dot = key.indexOf('.', dot + 1)) {
            if (code.contains("\"" + key.substring(0, dot + 1) + "\"")) {
                return true;
            }
        }
        return code.contains("\"" + key + "\"");
    }
}

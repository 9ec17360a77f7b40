package jp.yakuba;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("移行の名前")
class MigrationNamesTest {
    private static final Path MIGRATIONS = Path.of("..", "config", "town", "src", "main", "resources", "db", "migration");
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("messaging", "msg_"), Map.entry("audit", "aud_"), Map.entry("organization", "org_"),
            Map.entry("resident", "res_"), Map.entry("account", "acc_"), Map.entry("approval", "apv_"),
            Map.entry("document", "doc_"), Map.entry("notification", "ntf_"), Map.entry("search", "sch_"),
            Map.entry("application", "apl_"), Map.entry("portal", "por_"), Map.entry("exchange", "exc_"), Map.entry("inquiry", "inq_"),
            Map.entry("share", "shr_"), Map.entry("register", "reg_"), Map.entry("certificate", "crt_"),
            Map.entry("relocation", "rel_"), Map.entry("server", "jboss_"));
    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b(?:create(?: unlogged)? table|alter table|references|create view)"
                    + "(?: if not exists)?(?: only)?\\s+(?:yakuba\\.)?([a-z0-9_]+)");

    @Test
    @DisplayName("ファイル名は日付・連番・小文字の言葉")
    void filesAreNamedByDayAndWords() throws IOException {
        assertThat(files()).isNotEmpty().allSatisfy(file ->
                assertThat(file.getFileName().toString()).matches("V20\\d\\d_\\d\\d_\\d\\d_\\d\\d__[a-z0-9]+(_[a-z0-9]+)*\\.sql"));
    }

    @Test
    @DisplayName("表は領域の三文字で始まり、他の領域の表に触れない")
    void tablesCarryThePrefixOfTheirDomain() throws IOException {
        assertThat(files()).allSatisfy(file -> {
            var domain = file.getParent().getFileName().toString();
            assertThat(PREFIXES).containsKey(domain);
            assertThat(tablesIn(file)).allSatisfy(table -> assertThat(table).startsWith(PREFIXES.get(domain)));
        });
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(MIGRATIONS)) {
            return walk.filter(file -> file.toString().endsWith(".sql")).toList();
        }
    }

    private static List<String> tablesIn(Path file) {
        try {
            var sql = Files.readString(file).replaceAll("--[^\n]*", "");
            return NAMED.matcher(sql).results().map(result -> result.group(1)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

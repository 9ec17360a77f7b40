package jp.yakuba.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("サーバーの設定")
class ServerKindTest {
    private static final Path ROOT = Path.of("../..");

    @Test
    @DisplayName("一台だけのサーバーは、それまでどおりのスクリプトだけで作る")
    void aServerAloneIsMadeByItsOwnScripts() throws IOException {
        assertThat(names(ServerKind.ALONE)).startsWith("10-database.cli").isSorted().allMatch(name -> !name.contains("cluster"));
    }

    @Test
    @DisplayName("何台かのサーバーは、同じスクリプトを、前後のスクリプトではさんで作る")
    void aServerOfSeveralIsMadeByTheSameWithOnesAround() throws IOException {
        var names = names(ServerKind.CLUSTERED);
        assertThat(names).isSorted().startsWith("05-cluster.cli").endsWith("95-cluster.cli");
        assertThat(names.subList(1, names.size() - 1)).isEqualTo(names(ServerKind.ALONE));
    }

    private static List<String> names(ServerKind kind) throws IOException {
        return kind.scripts(ROOT).stream().map(script -> script.getFileName().toString()).toList();
    }
}

package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("表計算のためのファイル(CSV)")
class CsvDownloadTest {
    @ParameterizedTest
    @DisplayName("式に見えるものには、しるしを付ける")
    @ValueSource(strings = {"=1+1", "+81155", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"x\")\n次の行"})
    void whatLooksLikeAFormulaIsGuarded(String cell) {
        assertThat(CsvDownload.guarded(cell)).isEqualTo("'" + cell);
    }

    @Test
    @DisplayName("ほかのものはそのまま、無いものは空")
    void otherCellsStayAsTheyAre() {
        assertThat(CsvDownload.guarded("照会・回答=通知")).isEqualTo("照会・回答=通知");
        assertThat(CsvDownload.guarded(12)).isEqualTo("12");
        assertThat(CsvDownload.guarded(null)).isEmpty();
    }

    @Test
    @DisplayName("CSVを書くところは、どこも式を防ぐ")
    void whoeverWritesRowsGuardsThem() throws IOException {
        var writers = new ArrayList<Path>();
        for (var module : new String[] {"../ejb", "."}) {
            try (var sources = Files.walk(Path.of(module, "src", "main", "java"))) {
                for (var source : sources.filter(one -> one.toString().endsWith(".java")).toList()) {
                    if (Files.readString(source).contains("new CSVPrinter(")) {
                        writers.add(source);
                    }
                }
            }
        }
        assertThat(writers).hasSizeGreaterThan(3).allSatisfy(source -> assertThat(Files.readString(source)).containsPattern("guarded"));
    }
}

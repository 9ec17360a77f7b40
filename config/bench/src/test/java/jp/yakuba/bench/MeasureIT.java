package jp.yakuba.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.yakuba.server.Folders;
import jp.yakuba.server.Ports;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("計測(小さな町で一巡)")
class MeasureIT {
    private static final int FIRST_OFFSET = 2300;

    @Test
    @DisplayName("決裁と比べる相手は、同じデータベースで、開いた起案が十倍になっても、しくじらず、割合を報告する")
    void approvalsStandBesideTheReference() throws Exception {
        var root = Path.of(System.getProperty("yakuba.root", "../..")).toAbsolutePath().normalize();
        var home = root.resolve("config/bench/target/approvals");
        Folders.delete(home);

        var report = MeasureApprovals.run(new MeasureSettings(root, home, Ports.freeFrom(FIRST_OFFSET).offset(), List.of(300), 1,
                Duration.ofSeconds(1), Duration.ZERO, 2, false), 60);

        assertThat(report).contains("## 60 proposals open, 60 processes open", "## 600 proposals open, 600 processes open");
        assertThat(report.lines().filter(line -> line.contains("**")).toList())
                .hasSize(12)
                .noneSatisfy(line -> assertThat(line).contains("NaN"));
        assertThat(report.lines().filter("Works that failed: 0."::equals)).hasSize(2);
        assertThat(home.resolve("approvals.md")).hasContent(report);
    }

    @Test
    @DisplayName("文書交換と比べる相手は、小さい文書も大きい文書も、署名し、確かめ、受領まで行う")
    void theReferencesOfTheExchangeComeToTheirEnd() throws Exception {
        var root = Path.of(System.getProperty("yakuba.root", "../..")).toAbsolutePath().normalize();
        var home = Files.createDirectories(root.resolve("config/bench/target/exchange-bench"));

        var report = MeasureExchange.run(new MeasureSettings(root, home, 0, List.of(300), 1, Duration.ofSeconds(1), Duration.ZERO, 2, false), 3, false);

        assertThat(report.lines().filter(line -> line.contains("**")).toList()).hasSize(3)
                .allSatisfy(line -> assertThat(line).contains("| 3 |").doesNotContain("NaN"));
        assertThat(home.resolve("exchange.md")).hasContent(report);
    }

    @Test
    @DisplayName("どの仕事も一度は行い、しくじらず、時間・CPU・文の数を報告する")
    void everyWorkTakesItsTurn() throws Exception {
        var root = Path.of(System.getProperty("yakuba.root", "../..")).toAbsolutePath().normalize();
        var home = root.resolve("config/bench/target/bench");
        Folders.delete(home);

        var report = Measure.run(new MeasureSettings(root, home, Ports.freeFrom(FIRST_OFFSET).offset(), List.of(300), 1,
                Duration.ofSeconds(1), Duration.ZERO, 2, false));

        assertThat(report).contains("Works that failed: 0.");
        assertThat(report.lines().filter(line -> line.contains("**")).toList())
                .hasSize(11)
                .noneSatisfy(line -> assertThat(line).contains("NaN"));
        assertThat(home.resolve("report.md")).hasContent(report);
    }
}

package jp.yakuba.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("記録した処理")
class RecordedProcessTest {
    private static final List<String> SLEEPER = List.of("sleep", "97.31");

    @TempDir
    private Path home;

    @Test
    @DisplayName("番号を記録した処理は、次に見たときも見つかり、止められる")
    void isFoundAgainAndStopped() {
        process("97.31").start(SLEEPER, Map.of(), home.resolve("log"));
        var again = process("97.31");
        assertThat(again.isRunning()).isTrue();
        assertThat(again.stop(Duration.ofSeconds(10))).isTrue();
        assertThat(again.isRunning()).isFalse();
        assertThat(home.resolve("run.pid")).doesNotExist();
    }

    @Test
    @DisplayName("番号が同じでも別の処理なら手を出さない")
    void leavesAStrangerAlone() throws IOException {
        Files.writeString(home.resolve("run.pid"), Long.toString(ProcessHandle.current().pid()));
        var stranger = process("a mark that no command line carries");
        assertThat(stranger.isRunning()).isFalse();
        assertThat(stranger.stop(Duration.ofSeconds(1))).isTrue();
        assertThat(ProcessHandle.current().isAlive()).isTrue();
    }

    @Test
    @DisplayName("突然落ちた処理は記録だけ残り、動いていないと分かる")
    void aKilledProcessIsSeenAsGone() {
        var process = process("97.31");
        process.start(SLEEPER, Map.of(), home.resolve("log"));
        process.kill();
        assertThat(home.resolve("run.pid")).exists();
        assertThat(process.isRunning()).isFalse();
    }

    @Test
    @DisplayName("壊れた記録は記録がないのと同じ")
    void aBrokenRecordIsNoRecord() throws IOException {
        Files.writeString(home.resolve("run.pid"), "not a number");
        assertThat(process("x").find()).isEmpty();
    }

    private RecordedProcess process(String mark) {
        return new RecordedProcess(home.resolve("run.pid"), mark);
    }
}

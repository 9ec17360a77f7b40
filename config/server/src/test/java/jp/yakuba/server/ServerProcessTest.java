package jp.yakuba.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("配備の失敗の言い方")
class ServerProcessTest {
    @Test
    @DisplayName("長い報告から、それぞれの苦情を一度ずつ取り出す")
    void saysEachComplaintOnce() {
        var report = "{\"WFLYCTL0080: Failed services\" => {\"x\" => \"Exception\n"
                + "WELD-001408: Unsatisfied dependencies for type GuideDesk\n\tat org.jboss.weld.A\n"
                + "WELD-001408: Unsatisfied dependencies for type GuideDesk\n"
                + "Caused by: java.sql.SQLException: no table\n\tat b";
        assertThat(ServerProcess.essence(report)).isEqualTo(
                "WELD-001408: Unsatisfied dependencies for type GuideDesk; Caused by: java.sql.SQLException: no table");
    }

    @Test
    @DisplayName("見覚えのない報告は、最初の行をそのまま言う")
    void fallsBackToTheFirstLine() {
        assertThat(ServerProcess.essence("something else\nmore")).isEqualTo("something else");
    }
}

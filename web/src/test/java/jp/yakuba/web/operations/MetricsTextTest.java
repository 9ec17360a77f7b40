package jp.yakuba.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("数の書き出し")
class MetricsTextTest {
    @Test
    @DisplayName("同じ名の数はひとまとまりになり、説明は一度だけ、札の引用符と改行は逃がす")
    void whatPrometheusReads() {
        var text = new MetricsText();
        text.add("yakuba_a", "what it is", 1, "peer", "132209");
        text.add("yakuba_b", "another", 7, "issuer", "CN=\"A\\B\"\nO=x", "use", "");
        text.add("yakuba_a", "what it is", 2, "peer", "016373");
        assertThat(text.toString()).isEqualTo("""
                # HELP yakuba_a what it is
                # TYPE yakuba_a gauge
                yakuba_a{peer="132209"} 1
                yakuba_a{peer="016373"} 2
                # HELP yakuba_b another
                # TYPE yakuba_b gauge
                yakuba_b{issuer="CN=\\"A\\\\B\\"\\nO=x",use=""} 7
                """);
    }
}

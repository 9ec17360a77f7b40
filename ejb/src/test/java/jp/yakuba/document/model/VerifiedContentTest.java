package jp.yakuba.document.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.yakuba.kernel.Sha256;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("保管したファイルの検証")
class VerifiedContentTest {
    private static final List<String> PIECES = List.of("芽室町", "", "役場", "!");

    @Test
    @DisplayName("分けて置いたものをそのままつないで読む")
    void readsThePiecesAsOne() throws IOException {
        try (var content = of(hashOf("芽室町役場!"))) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("芽室町役場!");
            assertThat(content.read()).isEqualTo(-1);
        }
    }

    @Test
    @DisplayName("一字でも変わっていれば最後に読み終えられない")
    void failsAtTheEndIfAByteWasChanged() throws IOException {
        try (var content = of(hashOf("芽室町役場?"))) {
            assertThatThrownBy(content::readAllBytes).isInstanceOf(IOException.class).hasMessageContaining("damaged");
        }
    }

    private static VerifiedContent of(String hash) {
        return new VerifiedContent(hash, PIECES.size(), number -> PIECES.get(number).getBytes(StandardCharsets.UTF_8));
    }

    private static String hashOf(String text) {
        return Sha256.hex(text);
    }
}

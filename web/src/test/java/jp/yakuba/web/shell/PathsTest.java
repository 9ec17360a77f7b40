package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("戻り先の住所")
class PathsTest {
    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nSet-Cookie: x=y", ""})
    @DisplayName("よそへ出る戻り先はホームにする")
    void neverLeadsElsewhere(String path) {
        assertThat(Paths.safe(path)).isEqualTo("/");
    }

    @Test
    @DisplayName("役場の中の戻り先はそのまま使う")
    void keepsOwnPaths() {
        assertThat(Paths.safe("/draft/1/move?y_more=on")).isEqualTo("/draft/1/move?y_more=on");
        assertThat(Paths.signIn("/my?x=1")).isEqualTo("/sign-in?next=%2Fmy%3Fx%3D1");
    }
}

package jp.yakuba.web.office;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("ちがうところの印")
class DifferingTest {
    @ParameterizedTest(name = "{0} ／ {1}")
    @DisplayName("同じ始まりと同じ終わりの間だけに付く")
    @CsvSource({
        "高橋　太郎, 髙橋　太郎, '', 高, 橋　太郎",
        "高橋　次郎, 高橋　太郎, 高橋　, 次, 郎",
        "平成2年1月1日, 平成12年1月1日, 平成, '', 2年1月1日",
        "平成12年1月1日, 平成2年1月1日, 平成, 1, 2年1月1日",
        "男, 女, '', 男, ''"
    })
    void standsBetweenWhatBothShare(String text, String other, String before, String run, String after) {
        assertThat(Differing.of(text, other)).isEqualTo(new Differing(before, run, after));
    }

    @Test
    @DisplayName("異体字セレクタを字から離さない")
    void aSelectorStaysWithItsCharacter() {
        assertThat(Differing.of("髙\uDB40\uDD00橋", "髙橋")).isEqualTo(new Differing("", "髙\uDB40\uDD00", "橋"));
    }

    @Test
    @DisplayName("台帳に何もなければ、全体に付く")
    void allDiffersFromNothing() {
        assertThat(Differing.of("髙橋", null)).isEqualTo(new Differing("", "髙橋", ""));
    }
}

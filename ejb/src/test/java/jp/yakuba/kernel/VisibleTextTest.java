package jp.yakuba.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("見えない文字")
class VisibleTextTest {
    @ParameterizedTest
    @DisplayName("注記の記号、向きを変える記号、制御文字は除く")
    @ValueSource(ints = {0x00, 0x07, 0x1B, 0x7F, 0x85, 0xAD, 0x061C, 0x200B, 0x200E, 0x2028, 0x202E, 0x2066, 0x2069, 0xFEFF, 0xFFF9,
        0xFFFA, 0xFFFB, 0xFFFE, 0xE0041, 0xD800, 0xDFFF})
    void takesAwayWhatNobodySees(int letter) {
        assertThat(VisibleText.of("花" + new String(Character.toChars(letter)) + "子")).isEqualTo("花子");
    }

    @ParameterizedTest
    @DisplayName("名前の字、異体字の選択子、改行、絵文字はそのまま")
    @ValueSource(strings = {"髙橋　﨑", "葛\uDB40\uDD00飾", "一行目\r\n二行目\t三", "👩\u200D👧", "𠮷野", "علی\u200Cرضا", "plain ASCII <&>"})
    void keepsWhatNamesNeed(String text) {
        assertThat(VisibleText.of(text)).isSameAs(text);
    }

    @Test
    @DisplayName("ないものは、ないまま")
    void nothingStaysNothing() {
        assertThat(VisibleText.of(null)).isNull();
    }
}

package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("文に入れる言葉")
class MessagesTest {
    @Test
    @DisplayName("ないものの所は空ける。nullと書かない")
    void whatIsNotThereLeavesItsPlaceEmpty() {
        assertThat(Messages.fill("{0}：{1}", Language.JAPANESE, "芽総第1号", null)).isEqualTo("芽総第1号：");
    }

    @Test
    @DisplayName("数はそのままの桁で、記号もそのまま入れる")
    void wordsGoInAsTheyAre() {
        assertThat(Messages.fill("It's {0}, {1}", Language.ENGLISH, 12345, "{2} '")).isEqualTo("It's 12345, {2} '");
    }
}

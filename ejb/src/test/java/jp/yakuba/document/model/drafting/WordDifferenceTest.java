package jp.yakuba.document.model.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import jp.yakuba.document.api.DraftDifference.Kind;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("版の違い")
class WordDifferenceTest {
    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("変わった語だけが、消えた語と加えた語になる")
    @CsvSource(delimiter = '!', quoteCharacter = '`', value = {
        "同じ文です。 ! 同じ文です。 ! 同じ文です。",
        "`` ! 新しい文。 ! +[新しい文。]",
        "古い文。 ! `` ! -[古い文。]",
        "12月1日までに提出する。 ! 12月25日までに提出する。 ! 12月-[1]+[25]日までに提出する。",
        "報告書を提出する。 ! 計画書を提出する。 ! -[報告書]+[計画書]を提出する。"})
    void onlyWordsThatChangedAreMarked(String before, String after, String shown) {
        assertThat(marked(before, after)).isEqualTo(shown);
    }

    @Test
    @DisplayName("行が加わっても、ほかの行は同じままである")
    void otherLinesStay() {
        assertThat(marked("一行目\n三行目\n", "一行目\n二行目\n三行目\n")).isEqualTo("一行目\n+[二行目\n]三行目\n");
    }

    @Test
    @DisplayName("どの二つの文でも、消えた語を除けば後の文、加えた語を除けば前の文になる")
    void bothTextsCanBeReadOutOfTheDifference() {
        var before = "甲は乙に対し、十万円を支払う。\n期限は三月とする。\n";
        var after = "甲は丙に対し、二十万円を速やかに支払う。\n以上\n期限は四月とする。\n";
        var parts = WordDifference.between(before, after);

        assertThat(parts.stream().filter(part -> part.kind() != Kind.REMOVED).map(part -> part.words()).collect(Collectors.joining())).isEqualTo(after);
        assertThat(parts.stream().filter(part -> part.kind() != Kind.ADDED).map(part -> part.words()).collect(Collectors.joining())).isEqualTo(before);
    }

    @Test
    @DisplayName("長い文がすべて変わっても、すぐに終わる")
    void longTextsAreComparedSoon() {
        var before = "甲と乙。".repeat(20_000);
        var after = "丙及び丁、".repeat(20_000);

        Assertions.assertTimeout(Duration.ofSeconds(20), () -> assertThat(WordDifference.between(before, after)).hasSize(2));
    }

    private static String marked(String before, String after) {
        return WordDifference.between(before, after).stream().map(part -> switch (part.kind()) {
            case SAME -> part.words();
            case ADDED -> "+[" + part.words() + "]";
            case REMOVED -> "-[" + part.words() + "]";
        }).collect(Collectors.joining());
    }
}

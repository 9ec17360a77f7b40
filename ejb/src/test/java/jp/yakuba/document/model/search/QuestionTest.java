package jp.yakuba.document.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("文書の中の言葉を探す形")
class QuestionTest {
    @ParameterizedTest(name = "「{0}」は「{1}」の文で見つかる")
    @CsvSource({
        "こくほ,コクホ", "ｶﾞｽ,ガス", "ガス,ｶﾞｽ", "ＡＢＣ１２,abc12", "髙橋,高橋さん", "渡邊,渡辺", "㈱芽室,(株)芽室", "除雪,道路の除/雪計画", "除雪計画,道路の除 雪 計/画",
        "東京都,東京都庁", "京都,東京都", "12号,第12号", "𠮷田,吉田", "⽇本,日本"
    })
    void oneWordWrittenInManyWays(String typed, String text) {
        var question = Question.of(typed);
        var lines = text.replace('/', '\n');
        assertThat(question.isFoundIn(List.of(FoldedText.of(lines)))).isTrue();
        assertThat(pairsAsked(question)).isSubsetOf(Bigrams.of(List.of(lines)));
    }

    private static List<String> pairsAsked(Question question) {
        return Stream.of(question.asked().split(" & ")).map(pair -> pair.substring(1, pair.length() - 1)).toList();
    }

    @Test
    @DisplayName("対にした字がばらばらにあるだけでは、見つかったことにならない")
    void pairsThatStandApartAreNoWord() {
        var apart = List.of(FoldedText.of("東海道と北海の旅"));
        var word = Question.of("北海道");
        assertThat(Bigrams.of(List.of("東海道と北海の旅"))).containsAll(pairsAsked(word));
        assertThat(word.isFoundIn(apart)).isFalse();
    }

    @Test
    @DisplayName("空白で分けた言葉は、どれも、別々の欄にあってもよい")
    void everyWordInSomeField() {
        var question = Question.of("  山田　補助金 ");
        assertThat(question.words()).containsExactly("山田", "補助金");
        assertThat(question.isFoundIn(List.of(FoldedText.of("山田花子"), FoldedText.of("補助金の申請")))).isTrue();
        assertThat(question.isFoundIn(List.of(FoldedText.of("山田花子")))).isFalse();
    }

    @Test
    @DisplayName("一字は、その字で始まる対と、末尾の字で見つかる")
    void aSingleSign() {
        assertThat(Question.of("税").asked()).isEqualTo("'税':*");
        assertThat(Bigrams.of(List.of("町税"))).containsExactly("町税", "税");
    }

    @Test
    @DisplayName("問い合わせの記号は、ただの字になる")
    void signsOfTheQueryLanguageAreSigns() {
        assertThat(Question.of("'|\\").asked()).isEqualTo("'''|' & '|\\\\'");
        assertThat(Question.of(" \u0000\u3000").isEmpty()).isTrue();
        assertThat(Question.of(null).isEmpty()).isTrue();
    }

    @Test
    @DisplayName("長い文でも、索引に入る数で止まる")
    void aLongTextFitsIntoTheIndex() {
        var text = new StringBuilder();
        for (int sign = 0; sign < 2 * Bigrams.MOST; sign++) {
            text.appendCodePoint(0x4E00 + sign % 20_000).appendCodePoint(0x3400 + (sign * 7) % 6_000);
        }
        assertThat(Bigrams.of(List.of(text.toString()))).hasSizeLessThanOrEqualTo(Bigrams.MOST + 1);
    }
}

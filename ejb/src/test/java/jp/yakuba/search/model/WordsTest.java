package jp.yakuba.search.model;

import static org.assertj.core.api.Assertions.assertThat;

import jp.yakuba.kernel.Folding;
import jp.yakuba.search.api.IndexEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("検索の言葉")
class WordsTest {

    @Test
    @DisplayName("東京都は京都を含まない")
    void doesNotCutKyotoOutOfTokyo() {
        assertThat(Words.toIndex("東京都庁への転出")).contains("東京").doesNotContain("京都");
    }

    @Test
    @DisplayName("複合語は全体と部分の両方で索引される")
    void indexesACompoundAndItsParts() {
        assertThat(Words.toIndex("国民健康保険の加入")).contains("国民", "健康", "保険", "加入").doesNotContain("の");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @DisplayName("表記のゆれは一つの言葉になる")
    @CsvSource(textBlock = """
            子ども医療費, 子供医療費
            こどもの手当, 子供の手当
            引っ越し, ひっこし
            引越し, 引越
            届け出, 届出
            マイナンバーカード, 個人番号カード
            髙橋, 高橋
            山﨑, 山崎
            齋藤, 斉藤
            渡邊, 渡辺
            ﾏｲﾅﾝﾊﾞｰ, 個人番号
            ＤＶ, dv
            """)
    void unitesSpellings(String one, String other) {
        assertThat(Words.toAsk(one)).isNotEmpty().isEqualTo(Words.toAsk(other));
    }

    @Test
    @DisplayName("異体字セレクタは検索では落とす")
    void dropsVariationSelectors() {
        assertThat(Folding.fold("葛\uDB40\uDD00城")).isEqualTo("葛城");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("読みはひらがなになる")
    @CsvSource(textBlock = """
            住民票, じゅうみんひょう
            印鑑登録, いんかんとうろく
            """)
    void tellsTheReading(String text, String reading) {
        assertThat(Words.readingOf(text)).isEqualTo(reading);
    }

    @Test
    @DisplayName("文で尋ねても意味のある言葉だけが残る")
    void keepsOnlyWordsWithAMeaning() {
        assertThat(Words.toAsk("赤ちゃんが生まれたとき")).containsExactly("赤ちゃん", "生まれる");
    }

    @Test
    @DisplayName("関係する言葉は広い問いにだけ加わる")
    void relatedWordsAreOnlyInTheWideQuestion() {
        assertThat(TextVector.question("引越し")).doesNotContain("転入");
        assertThat(TextVector.wideQuestion("引越し")).contains("'引越':*", "転入");
    }

    @Test
    @DisplayName("記号や引用符を含む問いも安全に組み立てる")
    void quotesWhatWouldBreakAQuestion() {
        assertThat(TextVector.question("o'neil | & !")).doesNotContain("o'n");
        assertThat(TextVector.question("、。")).isEmpty();
    }

    @Test
    @DisplayName("題名はA、見出し語はB、本文はDの重み")
    void weighsTitleOverKeywordsOverBody() {
        var vector = TextVector.of(new IndexEntry("procedure", "move-in", "public", "転入届", "引越し", "住所"));
        assertThat(vector).containsPattern("'転入':[0-9]A").containsPattern("'引越':[0-9]B").containsPattern("'住所':[0-9]D");
    }
}

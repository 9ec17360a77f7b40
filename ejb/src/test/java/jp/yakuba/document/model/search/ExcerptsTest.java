package jp.yakuba.document.model.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import jp.yakuba.document.api.FoundRecord.Piece;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("見つかった言葉のまわり")
class ExcerptsTest {
    @Test
    @DisplayName("書かれたままの言葉に印がつき、前後が切れていることがわかる")
    void theWordsAreMarkedAsTheyAreWritten() {
        var text = "あ".repeat(100) + "ｺｸﾎの\n手続き" + "い".repeat(300);
        var cut = excerpt(text, "こくほ　手続");
        assertThat(cut).startsWith("…あ").contains("[ｺｸﾎ]の [手続]き").endsWith("い…").hasSizeLessThan(160);
    }

    @Test
    @DisplayName("行をまたぐ言葉も一つの印になる")
    void aWordOverTwoLines() {
        assertThat(excerpt("道路の除\n雪計画", "除雪")).isEqualTo("道路の[除 雪]計画");
    }

    @Test
    @DisplayName("言葉がなければ、何も切り出さない")
    void nothingWithoutTheWord() {
        assertThat(Excerpts.of("道路", FoldedText.of("道路"), Question.of("河川"))).isEmpty();
    }

    @Test
    @DisplayName("二つの符号で書く字を半分にしない")
    void noHalfSigns() {
        assertThat(excerpt("𠮷".repeat(41) + "町税", "町税")).doesNotContain("\uFFFD").startsWith("…𠮷").endsWith("[町税]");
    }

    private static String excerpt(String text, String typed) {
        return Excerpts.of(text, FoldedText.of(text), Question.of(typed)).orElseThrow().stream()
                .map(ExcerptsTest::marked).collect(Collectors.joining());
    }

    private static String marked(Piece piece) {
        return piece.found() ? "[" + piece.text() + "]" : piece.text();
    }
}

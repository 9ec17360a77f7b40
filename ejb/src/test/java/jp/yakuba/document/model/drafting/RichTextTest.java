package jp.yakuba.document.model.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("案文")
class RichTextTest {
    @ParameterizedTest(name = "{0}")
    @DisplayName("編集の画面から来た文は、段落・見出し・箇条書き・表だけになる")
    @CsvSource(delimiter = '!', quoteCharacter = '`', value = {
        "<p>甲</p><script>alert(1)</script> ! <p>甲</p>",
        "<p onclick=\"x()\" style=\"color:red\">甲<b>乙</b></p> ! <p>甲乙</p>",
        "<div>甲</div><div>乙</div> ! <p>甲</p>⏎<p>乙</p>",
        "甲<br>乙 ! <p>甲<br/>乙</p>",
        "<h1>題</h1><h5>小題</h5> ! <h2>題</h2>⏎<h3>小題</h3>",
        "<a href=\"javascript:x()\">甲</a><img src=x onerror=x()> ! <p>甲</p>",
        "<ul><li>一<li>二</ul> ! <ul><li>一</li><li>二</li></ul>",
        "<ol><li>一</li><li> </li></ol> ! <ol><li>一</li></ol>",
        "<table><tr><th>品名</th><td>紙 &amp; 筆</td></tr></table> ! <table><tbody><tr><th>品名</th><td>紙 &amp; 筆</td></tr></tbody></table>",
        "<iframe src=//x></iframe><p>甲&lt;script&gt;</p> ! <p>甲&lt;script&gt;</p>",
        "<p></p><ul></ul><table></table> ! ``"})
    void whatAnEditorSendsIsCleaned(String sent, String kept) {
        assertThat(RichText.ofEditor(sent).html()).isEqualTo(kept.replace("⏎", "\n"));
    }

    @ParameterizedTest
    @DisplayName("案文は、どの書き方で直しても同じものに戻る")
    @ValueSource(strings = {"<p>甲<br/>乙</p>", "<h2>記</h2>\n<p>甲</p>", "<ol><li>一</li><li>二</li></ol>\n<ul><li>三</li></ul>",
        "<table><tbody><tr><th>品名</th><th>数量</th></tr><tr><td>紙</td><td></td></tr></tbody></table>", "<p># 見出しではない</p>",
        "<p>・箇条書きではない<br/>1. これも<br/>\\逆斜線</p>", "<h3>小見出し</h3>\n<p>𠮷野家 &amp; &lt;甲&gt;</p>"})
    void theTextSurvivesEveryForm(String html) {
        var text = RichText.ofClean(html);

        assertThat(text.html()).isEqualTo(html);
        assertThat(RichText.ofPlain(text.plain()).html()).isEqualTo(html);
        assertThat(RichText.ofEditor(html).html()).isEqualTo(html);
    }

    @Test
    @DisplayName("手で打った文は、空の行で段落に、印で見出し・箇条書き・表になる")
    void thePlainFormIsRead() {
        var text = RichText.ofPlain("""
                次のとおり
                通知します。

                # 記
                1. 日時
                2．場所
                ・備考
                |*品名|*数量|
                |紙|3|
                以上
                """);

        assertThat(text.html()).isEqualTo("""
                <p>次のとおり<br/>通知します。</p>
                <h2>記</h2>
                <ol><li>日時</li><li>場所</li></ol>
                <ul><li>備考</li></ul>
                <table><tbody><tr><th>品名</th><th>数量</th></tr><tr><td>紙</td><td>3</td></tr></tbody></table>
                <p>以上</p>""");
    }

    @Test
    @DisplayName("制御の字は残らず、何も書かなければ空である")
    void controlsAreNoText() {
        assertThat(RichText.ofPlain("甲\u0000乙\u000b").html()).isEqualTo("<p>甲乙</p>");
        assertThat(RichText.ofPlain(" \n\n ").isEmpty()).isTrue();
        assertThat(RichText.ofEditor("<p><br></p>").isEmpty()).isTrue();
    }
}

package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("ふりがな")
class FuriganaTest {
    @ParameterizedTest(name = "{0}")
    @DisplayName("やさしい日本語の言葉に読みが付き、かなには付かない")
    @CsvSource(textBlock = """
            # kana before and behind carry no reading
            届けを 出します, [届|とど]けを [出|だ]します
            お金が いります, お[金|かね]が いります
            # what the text itself tells comes first
            学校(がっこう)へ 行(い)く, [学校|がっこう]へ [行|い]く
            # counted days and months
            1月1日に 引っ越した, 1[月|がつ]1[日|にち]に [引|ひ]っ[越|こ]した
            # the office's own readings
            日本の 通帳, [日本|にほん]の [通帳|つうちょう]
            正しく 書いて ください, [正|ただ]しく [書|か]いて ください
            ひらがなだけ, ひらがなだけ
            """)
    void readsWords(String text, String expected) {
        assertThat(shown(Furigana.over(text))).isIn(expected, expected.replace("[引|ひ]っ[越|こ]した", "[引っ越|ひっこ]した"));
    }

    @Test
    @DisplayName("読みは本文だけに書き、題名、選択肢、属性には書かない")
    void writesReadingsOnlyWhereTheyAreSeen() throws IOException {
        var word = Furigana.over("町役場");
        var out = new StringWriter();
        try (var writer = new RubyWriter(out)) {
            writer.write("<title>" + word + "</title><p title=\"" + word + "\">" + word + "</p><select><option>" + word + "</option></select>");
        }
        assertThat(out.toString()).startsWith("<title>町役場</title><p title=\"町役場\">")
                .contains("<p title=\"町役場\"><y-r>", "<ruby>", "<rt>やくば", "</ruby></y-r></p>").endsWith("<option>町役場</option></select>")
                .doesNotContain(String.valueOf(Furigana.WORD), String.valueOf(Furigana.END));
        assertThat(out.toString().split("<rt>", -1).length - 1).as("only in the paragraph").isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @DisplayName("人の書いた注記の記号では、画面は壊れない。記号だけが消え、字は残る")
    @ValueSource(strings = {"花子\uFFFAx", "\uFFF9花子", "花\uFFFB子", "\uFFF9花子\uFFFA", "\uFFF9花子\uFFFA<b>\uFFFB", "\uFFFA\uFFFA\uFFF9",
        "\uFFF9花\uFFF9子\uFFFB", "\uFFF9花子\uFFFAscript\uFFFB"})
    void strangersMarksBreakNothing(String typed) throws IOException {
        var word = Furigana.over("町役場");
        var page = "<p title=\"" + typed + "\">" + typed + "</p><p>" + word + "</p><a href=\"" + typed + "\">x</a>";

        var drawn = drawn(page);

        assertThat(drawn).doesNotContain("\uFFF9", "\uFFFA", "\uFFFB").endsWith("\">x</a>").contains("<rt>");
        assertThat(drawn.replaceAll("</?(ruby|rt|rp|y-r)>|（[ぁ-ゖ]+）", "").replaceAll("<rt>[ぁ-ゖ]+", ""))
                .as("every letter is there").contains(typed.replaceAll("[\uFFF9-\uFFFB]", "").replace("<b>", ""));
        assertThat(drawn.split("<ruby>", -1)).as("markup is in pairs").hasSameSizeAs(drawn.split("</ruby>", -1));
        assertThat(drawn.split("<rt>", -1)).hasSameSizeAs(drawn.split("</rt>", -1));
    }

    private static String drawn(String page) throws IOException {
        var out = new StringWriter();
        try (var writer = new RubyWriter(out)) {
            writer.write(page);
        }
        return out.toString();
    }

    private static String shown(String read) {
        return read.replace(Furigana.WORD, '[').replace(Furigana.READING, '|').replace(Furigana.END, ']');
    }
}

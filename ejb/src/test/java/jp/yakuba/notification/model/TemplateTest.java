package jp.yakuba.notification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jp.yakuba.organization.api.TownWords;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("お知らせのひな形")
class TemplateTest {
    private static final Pattern PLACE = Pattern.compile("\\{[a-zA-Z]+}");

    @ParameterizedTest(name = "{0}")
    @DisplayName("三つの言語に、同じ文と同じ差し込みがそろっている")
    @ValueSource(strings = {"ja-easy", "en"})
    void areCompleteInEveryLanguage(String language) {
        var japanese = Template.wordsOf("ja");
        var other = Template.wordsOf(language);

        assertThat(other.keySet()).isEqualTo(japanese.keySet());
        japanese.forEach((key, words) -> assertThat(places(other.get(key))).as(key).isEqualTo(places(words)));
    }

    @ParameterizedTest(name = "notices{0}")
    @DisplayName("一つの文は、一度だけ書かれている")
    @ValueSource(strings = {"", "_en", "_ja_JP_EASY"})
    void standOnlyOnce(String bundle) throws IOException {
        try (var file = Template.class.getResourceAsStream("/jp/yakuba/notification/notices" + bundle + ".properties")) {
            var keys = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> line.matches("[a-z].*?=.*")).map(line -> line.substring(0, line.indexOf('='))).toList();
            assertThat(keys).hasSizeGreaterThan(20).doesNotHaveDuplicates();
        }
    }

    @Test
    @DisplayName("どのひな形にも、見出しと本文がある")
    void haveSubjectAndBody() {
        var words = Template.wordsOf("ja");

        assertThat(Template.names()).contains("account-register", "application-arrived", "move-final");
        assertThat(Template.names()).allSatisfy(name -> assertThat(words).containsKey(name + ".body"));
    }

    @Test
    @DisplayName("やさしい日本語は、分かち書きにする")
    void easyJapaneseIsWrittenWithSpaces() {
        assertThat(Template.wordsOf("ja-easy").get("application-done.body")).contains(" ");
    }

    @Test
    @DisplayName("ポータルで読める人のメールには、補正の内容を書かない")
    void theMailSaysLessThanThePortal() {
        var template = Template.of("application-correction", "ja", TownWords.USUAL::in);
        var values = Map.of("procedure", "児童手当", "number", "R8-1", "words", "口座番号の桁", "until", "2026-12-01");

        var forReader = template.mail(values, true, "https://portal.example/my/1", "芽室町");
        var forOthers = template.mail(values, false, null, "芽室町");

        assertThat(forReader).doesNotContain("口座番号").contains("https://portal.example/my/1").contains("芽室町");
        assertThat(forOthers).contains("口座番号");
        assertThat(template.body(values)).contains("口座番号");
    }

    @Test
    @DisplayName("差し込む値の中の記号は、そのまま出る")
    void valuesAreTakenLiterally() {
        var template = Template.of("application-done", "en", TownWords.USUAL::in);

        assertThat(template.body(Map.of("procedure", "$1 {number} \\", "number", "7"))).contains("\"$1 {number} \\\"").contains("no. 7");
        assertThat(template.subject(Map.of("number", "7\r\nBcc: somebody@example.com"))).doesNotContain("\n").doesNotContain("\r");
    }

    @Test
    @DisplayName("知らないひな形は断る")
    void refusesAnUnknownTemplate() {
        assertThatIllegalArgumentException().isThrownBy(() -> Template.of("surprise", "ja", TownWords.USUAL::in));
    }

    private static TreeSet<String> places(String words) {
        return new TreeSet<>(words == null ? List.of() : PLACE.matcher(words).results().map(place -> place.group()).toList());
    }
}

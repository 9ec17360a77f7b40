package jp.yakuba.application.model.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import jp.yakuba.application.model.BirthAnswers;
import jp.yakuba.application.model.MoveAnswers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("国籍・地域")
class NationsTest {
    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource({"日本,,JPN", "中国,,CHN", "韓国,,KOR", "ベトナム,,VNM", "フィリピン,,PHL", "ネパール,,NPL", "インドネシア,,IDN", "ミャンマー,,MMR", "台湾,,TWN",
        "米国,,USA", "ブラジル,,BRA", "タイ,,THA", "その他,スリランカ,LKA", "その他,ｽﾘﾗﾝｶ,LKA", "その他,Sri Lanka,LKA", "その他,ニュージーランド,NZL",
        "その他,英国,GBR", "その他,無国籍,XXA", "その他,アトランティス,アトランティス", "その他,,XXX"})
    @DisplayName("選んだ国、または書いた国の名から、台帳の符号になる。知らない名は勝手に決めない")
    void namesBecomeCodes(String chosen, String named, String code) {
        assertThat(Nations.code(chosen, named == null ? "" : named)).isEqualTo(code);
    }

    @Test
    @DisplayName("どの様式の国籍の選択肢にも符号があり、「その他」には名をたずねる")
    void everyListedNationalityHasItsCode() {
        for (var code : new String[] {"move-in", "birth-notification", "seal-registration"}) {
            var fields = ShippedForms.form(code).sections().stream().flatMap(section -> section.fields().stream())
                    .flatMap(field -> java.util.stream.Stream.concat(java.util.stream.Stream.of(field), field.fields().stream())).toList();
            assertThat(fields).filteredOn(field -> field.id().equals("nationality")).isNotEmpty().allSatisfy(field ->
                    assertThat(field.choices()).allSatisfy(choice -> assertThat(choice.value()).satisfiesAnyOf(
                            value -> assertThat(value).isEqualTo(Nations.OTHER), value -> assertThat(Nations.find(value)).isPresent())));
            assertThat(fields).as(code).anySatisfy(field -> assertThat(field.autocomplete()).isEqualTo(Nations.COUNTRY_NAME));
        }
    }

    @Test
    @DisplayName("「その他」なら名がいり、読めない名はその欄で言われ、読めれば台帳へその国が行く")
    void theNameIsAskedAndJudgedAtItsField() {
        var answers = new java.util.HashMap<>(MovingFamily.answers());
        answers.put("household.members.0.nationality", Nations.OTHER);
        answers.put("household.members.0.roman", "SAMPLE TARO");
        var path = "household.members.0.nationalityName";
        assertThat(problemPaths(answers)).contains(path);
        answers.put(path, "アトランティス");
        assertThat(problemPaths(answers)).contains(path);
        answers.put(path, "スリランカ");
        assertThat(problemPaths(answers)).doesNotContain(path);
        assertThat(new MoveAnswers(answers).members(null)).anySatisfy(member -> assertThat(member.nationality()).isEqualTo("LKA"));
        assertThat(new BirthAnswers(Map.of("child.nationality", Nations.OTHER, "child.nationalityName", "ブラジル")).nationality())
                .isEqualTo("BRA");
    }

    private static java.util.List<String> problemPaths(Map<String, String> answers) {
        return new AnswerCheck(ShippedForms.bundle(java.util.List.of("move-in")), LocalDate.of(2026, 11, 21)).problems(answers).stream()
                .map(problem -> problem.path()).toList();
    }
}

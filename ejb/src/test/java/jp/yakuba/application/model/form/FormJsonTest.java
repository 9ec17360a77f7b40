package jp.yakuba.application.model.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("様式のJSONのきず")
class FormJsonTest {
    private static final String GOOD = """
            {"procedure": "trial", "version": 1, "sections": [{"id": "one", "title": "一つ目", "fields": [
              {"id": "kind", "type": "CHOICE", "label": "種類", "choices": [{"value": "a", "label": "甲"}, {"value": "b", "label": "乙"}]},
              {"id": "day", "type": "DATE", "label": "日", "minimum": "today-1y", "when": {"path": "trial.kind", "in": ["a"]}},
              {"id": "people", "type": "GROUP", "label": "人", "fields": [{"id": "name", "type": "TEXT", "label": "氏名", "maximum": 10}]}]}],
             "rules": [{"path": "trial.day", "left": "trial.day", "operator": "le", "right": "'today'", "message": "今日までの日を入れてください"}]}
            """;

    @Test
    @DisplayName("きずのない様式は、きずなしと言う")
    void aGoodFormHasNoFaults() {
        assertThat(FormJson.read(GOOD).lines()).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "CHOICE"                  | "CHOISE"                    | sections[0].fields[0].type       | CHOISE
            "label": "種類",           |                             | sections[0].fields[0].label      | 問いの言葉
            "id": "day"               | "id": "kind"                | sections[0].fields[1].id         | 二度
            "today-1y"                | "yesterday"                 | sections[0].fields[1].minimum    | today-3y
            "trial.kind"              | "trial.sort"                | sections[0].fields[1].when.path  | trial.sort
            "in": ["a"]               | "in": ["c"]                 | sections[0].fields[1].when.in    | 「c」
            "value": "b"              | "value": "a"                | sections[0].fields[0].choices[1].value | 二度
            "operator": "le"          | "operator": "before"        | rules[0].operator                | lt, le
            "right": "'today'"        | "right": "today"            | rules[0].right                   | today
            "type": "DATE", "label"   | "type": "DATE", "lable": "", "label" | sections[0].fields[1].lable | 使えません
            "procedure": "trial"      | "procedure": "Trial 1"      | procedure                        | 英小文字
            "id": "one"               | "id": "1"                   | sections[0].id                   | 英字
            "title": "一つ目",          |                             | sections[0].title                | 見出し
            "maximum": 10             | "maximum": "ten"            | sections[0].fields[2].fields[0].maximum | 整数
            """)
    @DisplayName("どのきずも、場所と直し方の一行になる")
    void namesEveryFaultAtItsPlace(String part, String broken, String place, String words) {
        assertThat(GOOD).contains(part);

        assertThat(FormJson.read(GOOD.replaceFirst(java.util.regex.Pattern.quote(part), broken == null ? "" : java.util.regex.Matcher.quoteReplacement(broken))).faults())
                .anySatisfy(fault -> {
                    assertThat(fault.place()).isEqualTo(place);
                    assertThat(fault.words()).contains(words);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"procedure": "x"     | JSONとして読めません
            []                    | JSONとして読めません
            {"procedure": "x"}    | ページを一つ以上
            """)
    @DisplayName("JSONでないもの、空のものも、ことばで断る")
    void whatIsNoFormIsSaidInWords(String json, String words) {
        assertThat(FormJson.read(json).lines()).contains(words);
    }
}

package jp.yakuba.resident.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jp.yakuba.kernel.RuleViolation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("続柄(標準仕様書 1.1.11)")
class RelationshipTest {

    @ParameterizedTest
    @ValueSource(strings = {"世帯主", "夫", "妻（未届）", "子", "子（子の夫）", "子の子の子の子", "妻の母", "縁故者", "同居人"})
    void knowsTheWordsOfTheSpecification(String word) {
        assertThat(new Relationship(word)).hasToString(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"孫", "祖父", "おじ", "子の子の子の子の子", "世帯主の子", "子の", "同居人の子", ""})
    void refusesWordsOfEverydayAndChainsTooLong(String word) {
        assertThatThrownBy(() -> new Relationship(word)).isInstanceOf(RuleViolation.class);
    }

    @ParameterizedTest(name = "{0}の子は{1}")
    @CsvSource(textBlock = """
            世帯主, 子
            妻, 子
            夫（未届）, 子
            子, 子の子
            子の妻, 子の妻の子
            母, 母の子
            # one generation more than the ledger can write
            子の子の子の子, 縁故者
            同居人, 同居人
            """)
    void tellsWhatAChildOfTheMemberIs(String parent, String child) {
        assertThat(new Relationship(parent).child().value()).isEqualTo(child);
    }
}
